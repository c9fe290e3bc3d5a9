package dev.homeport.analytics.acquisition;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Customers who were won, with what they cost and brought.
 *
 * @param rows those with most customers first
 * @param total everybody
 * @param unassigned what was spent in no market in particular, when rows are markets
 */
public record Acquisition(List<Row> rows, Economics total, Optional<BigDecimal> unassigned) {

  public Acquisition {
    rows = List.copyOf(rows);
  }

  /**
   * Some of them.
   *
   * @param channel empty when rows are told apart by something else
   * @param value of the dimension; empty for channels, and for what belongs to none
   */
  public record Row(Optional<String> channel, String value, Economics economics) {}

  /**
   * What a row is expected to bring yet.
   *
   * @param place whose customers they are
   */
  public record Expected(WonCustomers.Place place, BigDecimal margin) {}

  /**
   * Brings all of it together.
   *
   * @param only which channels
   */
  public static Acquisition of(
      AcquisitionAxis by,
      AttributionRules rules,
      Predicate<String> only,
      BigDecimal margin,
      Collection<Won> won,
      Collection<SpendBook.Sum> spent,
      Collection<Expected> expected) {
    var rows = new HashMap<Key, Economics>();
    var total = new Economics(margin);
    Optional<BigDecimal> unassigned = Optional.empty();
    for (Won one : won) {
      String channel = rules.at(one.rule()).channel();
      if (only.test(channel)) {
        at(rows, by, channel, one.value(), margin).add(one);
        total.add(one);
      }
    }
    for (SpendBook.Sum sum : spent) {
      if (only.test(sum.channel())) {
        total.spent(sum.amount());
        if (by == AcquisitionAxis.MARKET && sum.value().isEmpty()) {
          unassigned = Optional.of(unassigned.orElse(BigDecimal.ZERO).add(sum.amount()));
        } else {
          at(rows, by, sum.channel(), sum.value(), margin).spent(sum.amount());
        }
      }
    }
    for (Expected more : expected) {
      String channel = rules.at(more.place().rule()).channel();
      if (only.test(channel)) {
        at(rows, by, channel, more.place().value(), margin).expect(more.margin());
        total.expect(more.margin());
      }
    }
    return new Acquisition(sorted(rows), total, unassigned);
  }

  private static Economics at(
      Map<Key, Economics> rows,
      AcquisitionAxis by,
      String channel,
      String value,
      BigDecimal margin) {
    boolean ofChannel = by == AcquisitionAxis.CHANNEL || by == AcquisitionAxis.CAMPAIGN;
    return rows.computeIfAbsent(
        new Key(ofChannel ? channel : "", value), _ -> new Economics(margin));
  }

  private static List<Row> sorted(Map<Key, Economics> rows) {
    return rows.entrySet().stream()
        .map(
            e ->
                new Row(
                    Optional.of(e.getKey().channel()).filter(name -> !name.isEmpty()),
                    e.getKey().value(),
                    e.getValue()))
        .sorted(
            Comparator.comparingLong((Row row) -> -row.economics().customers())
                .thenComparing(row -> row.channel().orElse(""))
                .thenComparing(Row::value))
        .toList();
  }

  private record Key(String channel, String value) {}
}
