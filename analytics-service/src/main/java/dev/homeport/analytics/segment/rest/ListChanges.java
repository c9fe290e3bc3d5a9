package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.segment.Members;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes the list of a static segment, which is locked. */
@ApplicationScoped
class ListChanges {
  private final Members members;

  ListChanges(Members members) {
    this.members = members;
  }

  /**
   * What became of a change.
   *
   * @param changed whether somebody entered or left by it
   */
  record Outcome(boolean changed, boolean removed, Optional<Problem> problem) {

    private static Outcome refused(Problem problem) {
      return new Outcome(false, false, Optional.of(problem));
    }
  }

  /** One outcome for each; of several of one customer the last one stands. */
  List<Outcome> apply(Segment segment, List<MemberChange> changes) {
    List<UUID> customers =
        changes.stream().map(change -> Ids.read("cus", change.customerId())).toList();
    Set<UUID> known = members.known(customers);
    Map<UUID, MemberChange> last = new LinkedHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      if (known.contains(customers.get(i))) {
        last.put(customers.get(i), changes.get(i));
      }
    }
    List<UUID> added = wanted(last, false);
    boolean full = members.listed(segment) + added.size() > Segment.LONGEST_LIST;
    Set<UUID> entered = full ? Set.of() : members.add(segment, added);
    Set<UUID> left = members.remove(segment, wanted(last, true));
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < changes.size(); i++) {
      UUID customer = customers.get(i);
      boolean removes = changes.get(i).removes();
      if (!known.contains(customer)) {
        outcomes.add(Outcome.refused(unknown()));
      } else if (full && !removes) {
        outcomes.add(Outcome.refused(Problem.of(AnalyticsProblem.LIST_FULL)));
      } else {
        outcomes.add(
            new Outcome((removes ? left : entered).contains(customer), removes, Optional.empty()));
      }
    }
    return outcomes;
  }

  private static List<UUID> wanted(Map<UUID, MemberChange> changes, boolean removed) {
    return changes.entrySet().stream()
        .filter(entry -> entry.getValue().removes() == removed)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Problem unknown() {
    return Problem.of(AnalyticsProblem.UNKNOWN_CUSTOMER)
        .at("/customerId", AnalyticsProblem.UNKNOWN_CUSTOMER, "is that of nobody known here");
  }
}
