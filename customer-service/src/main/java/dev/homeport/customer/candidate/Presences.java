package dev.homeport.customer.candidate;

import dev.homeport.customer.matching.Presence;
import dev.homeport.customer.profile.CustomerMoved;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Whose place customers have, and when they were active, without reading their profiles. */
@ApplicationScoped
public class Presences {
  private final Database database;
  private final MatchKeys keys;

  Presences(Database database, MatchKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Who answers for a customer today. */
  public UUID placeOf(UUID customer) {
    return database
        .find(
            "select coalesce(merged_into, id) from customer where id = ?",
            to -> to.uuid(customer),
            row -> row.getObject(1, UUID.class))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
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
