package dev.homeport.local.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress bars of eighty columns; where nobody watches (a log, a pipe) they stay silent. */
final class Bars {

  private static final int WIDTH = 79;
  private static final int INTERVAL_MILLIS = 250;

  private Bars() {}

  /**
   * @param total -1 while it is not known
   */
  static ProgressBar open(String task, long total) {
    return open(task, total, "", 1);
  }

  /**
   * @param size of one unit
   */
  static ProgressBar open(String task, long total, String unit, long size) {
    var bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUnit(unit, size)
            .setMaxRenderedLength(WIDTH)
            .setUpdateIntervalMillis(INTERVAL_MILLIS);
    return watched() ? bar.build() : bar.setConsumer(silence()).build();
  }

  private static boolean watched() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static DelegatingProgressBarConsumer silence() {
    return new DelegatingProgressBarConsumer(_ -> {}, WIDTH);
  }
}
