package dev.homeport.analytics.rfm;

import java.util.List;

/**
 * What a look at all customers has found.
 *
 * @param changes what is to be written, no more than was asked for
 * @param left how many changes are still to be written after these
 */
public record Settled(CutPoints cutPoints, List<Cell> cells, List<ScoreChange> changes, int left) {

  public Settled {
    cells = List.copyOf(cells);
    changes = List.copyOf(changes);
  }
}
