package dev.homeport.loyalty.rating.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.store.IdentityHistory;
import dev.homeport.loyalty.journal.store.JournalledFacts;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.rating.Engine;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.loyalty.rating.Rated;
import dev.homeport.loyalty.rating.Ratings;
import dev.homeport.loyalty.rating.StoredRating;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the explanations that are stored with what was posted. */
@ApplicationScoped
class RatingTable implements Ratings {
  private static final String OF_ORDER =
      """
      select identity_id, cause_revision, explanation from rating
      where tenant_id = ? and cause_id = ? and cause_kind = 'order' and programme = ?""";

  private final Database database;
  private final RunningProgrammes programmes;
  private final JournalledFacts facts;
  private final IdentityHistory history;

  RatingTable(
      Database database,
      RunningProgrammes programmes,
      JournalledFacts facts,
      IdentityHistory history) {
    this.database = database;
    this.programmes = programmes;
    this.facts = facts;
    this.history = history;
  }

  @Override
  public Optional<StoredRating> find(UUID orderId, String programme) {
    return database
        .find(
            OF_ORDER,
            to -> to.tenant().uuid(orderId).text(programme),
            row ->
                new Row(
                    row.getObject("identity_id", UUID.class),
                    row.getLong("cause_revision"),
                    row.getString("explanation")))
        .flatMap(
            row ->
                explanation(row, orderId, programme)
                    .map(
                        explanation ->
                            new StoredRating(
                                orderId, row.identityId(), row.revision(), explanation)));
  }

  private Optional<Explanation> explanation(Row row, UUID orderId, String programme) {
    String stored = row.explanation();
    return stored == null
        ? programmes
            .find(programme)
            .flatMap(versions -> computed(versions, row.identityId(), orderId))
        : Optional.of(EventJson.read(stored, Explanation.class));
  }

  /** Rows of before explanations were stored say nothing; the journal gives what they would say. */
  private Optional<Explanation> computed(Versions versions, UUID identityId, UUID orderId) {
    Set<UUID> member = history.groups(List.of(identityId)).getOrDefault(identityId, Set.of());
    List<Fact> known = facts.of(member).values().stream().flatMap(List::stream).toList();
    return Engine.rate(versions, known, history.memberships(member)).stream()
        .filter(rated -> rated.fact().id().equals(orderId))
        .map(Rated::explanation)
        .findFirst();
  }

  private record Row(UUID identityId, long revision, @Nullable String explanation) {}
}
