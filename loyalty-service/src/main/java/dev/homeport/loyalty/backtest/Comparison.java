package dev.homeport.loyalty.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Members who would have more, less or as many points as they have today.
 *
 * @param gained points that those who are better off have more, together
 * @param lost points that those who are worse off have less, together
 * @param gainers those who gain most, the most first
 * @param losers those who lose most, the most first
 */
public record Comparison(
    long better,
    long gained,
    long worse,
    long lost,
    long same,
    List<Difference> gainers,
    List<Difference> losers) {

  /** Of nobody. */
  public static final Comparison NONE = new Comparison(0, 0, 0, 0, 0, List.of(), List.of());

  private static final int SHOWN = 10;
  private static final Comparator<Difference> BY_GAIN =
      Comparator.comparingLong(Difference::difference)
          .reversed()
          .thenComparing(Difference::customerId);
  private static final Comparator<Difference> BY_LOSS =
      Comparator.comparingLong(Difference::difference).thenComparing(Difference::customerId);

  /** Copies. */
  public Comparison {
    gainers = List.copyOf(gainers);
    losers = List.copyOf(losers);
  }

  /** Of these members. */
  public static Comparison of(List<Difference> members) {
    var gainers = new ArrayList<Difference>();
    var losers = new ArrayList<Difference>();
    long gained = 0;
    long lost = 0;
    for (Difference member : members) {
      long difference = member.difference();
      if (difference > 0) {
        gainers.add(member);
        gained += difference;
      } else if (difference < 0) {
        losers.add(member);
        lost -= difference;
      }
    }
    return new Comparison(
        gainers.size(),
        gained,
        losers.size(),
        lost,
        members.size() - gainers.size() - losers.size(),
        first(gainers.stream(), BY_GAIN),
        first(losers.stream(), BY_LOSS));
  }

  /** With others. */
  public Comparison plus(Comparison others) {
    return new Comparison(
        better + others.better,
        gained + others.gained,
        worse + others.worse,
        lost + others.lost,
        same + others.same,
        first(Stream.concat(gainers.stream(), others.gainers.stream()), BY_GAIN),
        first(Stream.concat(losers.stream(), others.losers.stream()), BY_LOSS));
  }

  private static List<Difference> first(Stream<Difference> all, Comparator<Difference> by) {
    return all.sorted(by).limit(SHOWN).toList();
  }
}
