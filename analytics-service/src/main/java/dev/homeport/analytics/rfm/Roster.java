package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * All customers of a scoring in memory: their measures as they are, and the scores and groups that
 * were written of them last. Some fifty bytes for each. Not for several threads at a time.
 */
public final class Roster {
  /** No day: nothing of the customer gets too old. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final int FIRST_CAPACITY = 1_024;
  private static final short UNGROUPED = -1;
  private static final short FIRST_STRANGE = -2;
  private static final short STRANGE_CELL = -2;
  private static final Reason[] REASONS = Reason.values();

  private final Grid grid;
  private final int buckets;
  private final Columns columns = new Columns();
  private final CustomerRows customers = new CustomerRows();
  private final List<String> strangeGroups = new ArrayList<>();
  private int[] leaves = new int[FIRST_CAPACITY];

  /** What was written: scores in one number, the place of the group in the grid. */
  private short[] cells = new short[FIRST_CAPACITY];

  /** A group that the grid does not have any more counts down from {@link #FIRST_STRANGE}. */
  private short[] groups = new short[FIRST_CAPACITY];

  /** Why values are others than those that were written; 0: they are not. Counted from 1. */
  private byte[] pending = new byte[FIRST_CAPACITY];

  private boolean moved;

  /** An empty one. */
  public Roster(Scheme scheme) {
    this.grid = scheme.grid();
    this.buckets = scheme.scoring().buckets();
  }

  /** How many customers take up memory. */
  public int size() {
    return columns.rows();
  }

  /**
   * Takes in what was written of a customer, before anything else of it.
   *
   * @param day of the last order, since 1970-01-01
   * @param leavesOn the day on which something of this is too old; {@link #NEVER} for none
   */
  public void written(
      UUID customer,
      Scores scores,
      String group,
      long day,
      long frequency,
      BigDecimal monetary,
      int leavesOn) {
    int row = add(customer);
    columns.set(row, day, frequency, monetary);
    leaves[row] = leavesOn;
    boolean known = Math.max(scores.r(), Math.max(scores.f(), scores.m())) <= buckets;
    cells[row] = known ? (short) scores.cell(buckets) : STRANGE_CELL;
    int index = grid.index(group);
    groups[row] = index < 0 ? strange(group) : (short) index;
  }

  /** Tells the measures of a customer as they are now. */
  public void put(
      UUID customer, long day, long frequency, BigDecimal monetary, int leavesOn, Touch touch) {
    int known = customers.find(customer);
    int row = known < 0 ? add(customer) : known;
    BigDecimal before = columns.amount(row);
    boolean same =
        columns.day(row) == day
            && columns.orders(row) == frequency
            && before.compareTo(monetary) == 0
            && leaves[row] == leavesOn;
    if (!same) {
      boolean more =
          frequency > columns.orders(row)
              || day > columns.day(row)
              || (frequency == columns.orders(row) && before.compareTo(monetary) < 0);
      pending[row] = code(touch.reason(more));
      moved = true;
      columns.set(row, day, frequency, monetary);
      leaves[row] = leavesOn;
    }
  }

  /** Tells that a customer has no counted order now. */
  public void gone(UUID customer, Touch touch) {
    int row = customers.find(customer);
    if (row >= 0 && columns.has(row)) {
      leave(row, touch);
    }
  }

  /** Tells that all rows that were told of are here, and the others have no counted order now. */
  public void goneBut(BitSet told, Function<UUID, Touch> touch) {
    for (int row = told.nextClearBit(0); row < columns.rows(); row = told.nextClearBit(row + 1)) {
      if (columns.has(row)) {
        leave(row, touch.apply(customers.at(row)));
      }
    }
  }

  /** The row of a customer who is there. */
  public int row(UUID customer) {
    return customers.find(customer);
  }

  /** Whether somebody's measures are others than when everybody was scored last. */
  public boolean moved() {
    return moved;
  }

  /**
   * Scores everybody and finds those of whom something else was written. What is handed out counts
   * as written.
   *
   * @param others why it is so with those who did nothing
   * @param most how many changes to hand out; those of customers who did something come first
   */
  public Settled settle(Reason others, int most) {
    Standing standing = Standing.of(columns, buckets);
    moved = false;
    var changes = new ArrayList<ScoreChange>();
    int left = 0;
    for (int row = pendingFrom(0); row < columns.rows(); row = pendingFrom(row + 1)) {
      if (changes.size() < most) {
        changes.add(write(row, standing.cells()[row], REASONS[pending[row] - 1]));
      } else {
        left++;
      }
    }
    for (int row = 0; row < columns.rows(); row++) {
      if (pending[row] == 0 && differs(row, standing.cells()[row])) {
        if (changes.size() < most) {
          changes.add(write(row, standing.cells()[row], others));
        } else {
          left++;
        }
      }
    }
    return new Settled(standing.cutPoints(), standing.tally(), changes, left);
  }

  private int pendingFrom(int row) {
    int next = row;
    while (next < columns.rows() && pending[next] == 0) {
      next++;
    }
    return next;
  }

  private boolean differs(int row, short cell) {
    return cells[row] != cell || (cell != Standing.NOBODY && groups[row] != grid.index(cell));
  }

  private ScoreChange write(int row, short cell, Reason reason) {
    Optional<String> before = group(row);
    Optional<ScoreChange.Scored> now = Optional.empty();
    if (cell == Standing.NOBODY) {
      groups[row] = UNGROUPED;
    } else {
      groups[row] = (short) grid.index(cell);
      now = Optional.of(scored(row, cell));
    }
    cells[row] = cell;
    pending[row] = 0;
    return new ScoreChange(customers.at(row), before, now, reason);
  }

  private Optional<String> group(int row) {
    short group = groups[row];
    if (group == UNGROUPED) {
      return Optional.empty();
    }
    return Optional.of(
        group >= 0 ? grid.groups().get(group).key() : strangeGroups.get(FIRST_STRANGE - group));
  }

  private ScoreChange.Scored scored(int row, short cell) {
    return new ScoreChange.Scored(
        Scores.ofCell(cell, buckets),
        grid.groups().get(grid.index(cell)),
        new Measures(
            LocalDate.ofEpochDay(columns.day(row)), columns.orders(row), columns.amount(row)),
        leaves[row] == NEVER ? OptionalLong.empty() : OptionalLong.of(leaves[row]));
  }

  private void leave(int row, Touch touch) {
    columns.empty(row);
    leaves[row] = NEVER;
    pending[row] = code(touch.reason(false));
    moved = true;
  }

  private int add(UUID customer) {
    int row = columns.add();
    if (row == leaves.length) {
      leaves = Arrays.copyOf(leaves, row * 2);
      cells = Arrays.copyOf(cells, row * 2);
      groups = Arrays.copyOf(groups, row * 2);
      pending = Arrays.copyOf(pending, row * 2);
    }
    customers.add(customer);
    leaves[row] = NEVER;
    cells[row] = Standing.NOBODY;
    groups[row] = UNGROUPED;
    return row;
  }

  private short strange(String group) {
    int at = strangeGroups.indexOf(group);
    if (at < 0) {
      strangeGroups.add(group);
      at = strangeGroups.size() - 1;
    }
    return (short) (FIRST_STRANGE - at);
  }

  private static byte code(Reason reason) {
    return (byte) (reason.ordinal() + 1);
  }
}
