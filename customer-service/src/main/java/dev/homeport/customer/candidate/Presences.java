package dev.homeport.customer.candidate;

import dev.homeport.customer.matching.Presence;
import dev.homeport.customer.merge.Merges;
import dev.homeport.customer.profile.CustomerMoved;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whose place customers have, and when they were active, without reading their profiles. */
@ApplicationScoped
public class Presences {
  private final Merges merges;
  private final MatchKeys keys;

  Presences(Merges merges, MatchKeys keys) {
    this.merges = merges;
    this.keys = keys;
  }

  /** Who answers for a customer today. */
  public UUID placeOf(UUID customer) {
    return merges.placeOf(customer).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /**
   * Makes sure that nobody has taken a customer's place.
   *
   * @throws CustomerMoved otherwise
   */
  public void requireInPlace(UUID customer) {
    UUID place = placeOf(customer);
    if (!place.equals(customer)) {
      throw new CustomerMoved(customer, place);
    }
  }

  /** Whether two customers were active on one channel at the same time. */
  public boolean concurrent(UUID one, UUID other) {
    var known = keys.presences(List.of(one, other));
    List<Presence> mine = known.getOrDefault(one, List.of());
    List<Presence> theirs = known.getOrDefault(other, List.of());
    return mine.stream().anyMatch(each -> theirs.stream().anyMatch(each::concurrent));
  }
}
