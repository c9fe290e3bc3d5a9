package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What some customers cost and brought. What is compared over time is taken of those customers
 * alone who are old enough for it; so the young ones, who have had no time yet, spoil nothing.
 */
public final class Economics {
  private static final List<Integer> AGES = List.of(30, 90, 180, 365);
  private static final int YEAR = 365;

  private final long[] lived = new long[Won.MONTHS + 1];
  private final BigDecimal[][] net = new BigDecimal[Won.MONTHS + 1][Won.MONTHS + 1];
  private final BigDecimal margin;
  private Optional<BigDecimal> spend = Optional.empty();
  private Optional<BigDecimal> expected = Optional.empty();
  private long customers;
  private long yearOld;
  private BigDecimal ofYearOld = BigDecimal.ZERO;
  private BigDecimal all = BigDecimal.ZERO;
  private BigDecimal acquired = BigDecimal.ZERO;

  /** Nobody yet; of what they bring that share is margin. */
  public Economics(BigDecimal margin) {
    this.margin = margin;
  }

  void add(Won won) {
    customers += won.customers();
    lived[won.lived()] += won.customers();
    BigDecimal before = net[won.lived()][won.month()];
    net[won.lived()][won.month()] = before == null ? won.net() : before.add(won.net());
    all = all.add(won.net());
    if (won.firstDay()) {
      acquired = acquired.add(won.net());
    }
    if (won.yearOld()) {
      yearOld += won.customers();
      if (won.inFirstYear()) {
        ofYearOld = ofYearOld.add(won.net());
      }
    }
  }

  void spent(BigDecimal amount) {
    spend = Optional.of(spend.map(amount::add).orElse(amount));
  }

  void expect(BigDecimal more) {
    expected = Optional.of(expected.map(more::add).orElse(more));
  }

  /** How many were won. */
  public long customers() {
    return customers;
  }

  /** What was spent; empty when nothing was stated. */
  public Optional<BigDecimal> spend() {
    return spend;
  }

  /** What they have brought so far. */
  public BigDecimal net() {
    return all;
  }

  /** What of that was ordered on the day of a first order. */
  public BigDecimal acquired() {
    return acquired;
  }

  /** What they will bring yet, as margin; empty without a model. */
  public Optional<BigDecimal> expected() {
    return expected;
  }

  /** What share of what they bring is margin. */
  public BigDecimal margin() {
    return margin;
  }

  /** At 30, 90, 180 and 365 days; those ages that nobody has come to are left out. */
  public List<AtAge> ages() {
    var found = new ArrayList<AtAge>();
    for (int days : AGES) {
      AtAge at =
          days == YEAR
              ? new AtAge(days, yearOld, ofYearOld)
              : new AtAge(days, old(days / Won.DAYS), within(days / Won.DAYS));
      if (at.customers() > 0) {
        found.add(at);
      }
    }
    return found;
  }

  /**
   * The first month of thirty days, counted from 1, by whose end a customer had brought the cost of
   * winning one; empty when that has not come, or nothing was spent.
   */
  public OptionalInt paybackMonths() {
    if (spend.isEmpty() || spend.get().signum() <= 0 || customers == 0) {
      return OptionalInt.empty();
    }
    for (int months = 1; months <= Won.MONTHS; months++) {
      long old = old(months);
      BigDecimal brought = within(months).multiply(margin).multiply(BigDecimal.valueOf(customers));
      if (old > 0 && brought.compareTo(spend.get().multiply(BigDecimal.valueOf(old))) >= 0) {
        return OptionalInt.of(months);
      }
    }
    return OptionalInt.empty();
  }

  private long old(int months) {
    long old = 0;
    for (int age = months; age <= Won.MONTHS; age++) {
      old += lived[age];
    }
    return old;
  }

  /** What those who are that old had brought by then. */
  private BigDecimal within(int months) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int age = months; age <= Won.MONTHS; age++) {
      for (int month = 0; month < months; month++) {
        BigDecimal part = net[age][month];
        sum = part == null ? sum : sum.add(part);
      }
    }
    return sum;
  }

  /**
   * What customers had brought when they were that old.
   *
   * @param customers who are at least that old
   * @param net what they had brought by then, together
   */
  public record AtAge(int days, long customers, BigDecimal net) {}
}
