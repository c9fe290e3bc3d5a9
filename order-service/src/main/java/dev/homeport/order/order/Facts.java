package dev.homeport.order.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that was reported about an order beside the content of its document. A set: the order
 * in which things are told and how often makes no difference. Each list is sorted by source time.
 *
 * @param claims what documents said of the state, those included that a later one has replaced
 */
public record Facts(List<Claim> claims, List<Step> steps, List<LineReturn> returns) {
  static final Facts NONE = new Facts(List.of(), List.of(), List.of());

  private static final Comparator<Claim> CLAIMS =
      Comparator.comparing(Claim::at)
          .thenComparingLong(Claim::version)
          .thenComparing(Claim::status);

  public Facts {
    claims = List.copyOf(claims);
    steps = List.copyOf(steps);
    returns = List.copyOf(returns);
  }

  /** Facts as they were stored, in any order. */
  public static Facts of(
      Collection<Claim> claims, Collection<Step> steps, Collection<LineReturn> returns) {
    return new Facts(
        claims.stream().sorted(CLAIMS).toList(),
        steps.stream().sorted(Step.ORDER).toList(),
        returns.stream().sorted(LineReturn.ORDER).toList());
  }

  Facts with(Claim claim) {
    return claims.contains(claim) ? this : new Facts(sorted(claims, claim, CLAIMS), steps, returns);
  }

  Facts with(Step step) {
    return knows(step) ? this : new Facts(claims, sorted(steps, step, Step.ORDER), returns);
  }

  Facts with(LineReturn back) {
    return new Facts(claims, steps, sorted(returns, back, LineReturn.ORDER));
  }

  /** The same with another state of a return that is known. */
  Facts instead(LineReturn back) {
    return new Facts(
        claims,
        steps,
        returns.stream().map(known -> known.id().equals(back.id()) ? back : known).toList());
  }

  boolean knows(Step step) {
    return steps.stream().anyMatch(step::saysTheSameAs);
  }

  /** A return by its number; those that were first free have numbers of their own. */
  Optional<LineReturn> known(LineReturn back) {
    return returns.stream().filter(back::hasNumberOf).findFirst();
  }

  Optional<LineReturn> known(UUID id) {
    return returns.stream().filter(back -> back.id().equals(id)).findFirst();
  }

  private static <T> List<T> sorted(List<T> known, T more, Comparator<T> by) {
    var all = new ArrayList<>(known);
    all.add(more);
    all.sort(by);
    return all;
  }
}
