package dev.homeport.loyalty.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.Documents;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What members do beside their orders: it earns, and moves what orders have earned. */
class ActivitiesRatingTest {

  @Test
  void anActivityEarnsByRulesOfItsOwnAndSharesCapsWithOrders() {
    Versions versions =
        Documents.versions(
            quoted(
                Documents.withRules(
                        "{'key': 'review', 'activity': 'review',"
                            + " 'points': {'type': 'fixed', 'points': '20'}}")
                    .replace(
                        "\"rules\"",
                        "\"caps\": [{\"per\": \"day\", \"points\": 50, \"over\": \"truncate\"}],"
                            + " \"rules\"")));
    List<Fact> facts =
        List.of(
            Orders.of(1, "2026-11-01T10:00:00Z", "40").fact(),
            activity(1, "2026-11-01T11:00:00Z", "review", false),
            activity(2, "2026-11-02T11:00:00Z", "survey", false),
            activity(3, "2026-11-02T12:00:00Z", "review", true),
            activity(4, "2026-11-02T13:00:00Z", "review", false));
    List<Rated> rated = Engine.rate(versions, facts, Together.ALONE);
    assertThat(rated).extracting(Rated::points).containsExactly(40L, 10L, 0L, 0L, 20L);
    assertThat(rated)
        .extracting(each -> each.explanation().reason())
        .containsExactly(
            Reason.EARNED, Reason.EARNED, Reason.NO_RULE, Reason.WITHDRAWN, Reason.EARNED);
    assertThat(rated.getFirst().explanation().rules()).hasSize(1);
  }

  @Test
  void pointsLiveOnAsLongAsTheirMemberDoesSomething() {
    Versions versions =
        Documents.versions(
            Documents.withRules()
                .replace(
                    "\"rounding\"",
                    "\"expiry\": {\"type\": \"inactivity\", \"months\": 3}, \"rounding\""));
    List<Fact> facts =
        List.of(
            Orders.of(1, "2026-01-10T00:00:00Z", "10").fact(),
            Orders.of(2, "2026-03-20T00:00:00Z", "10").fact(),
            Orders.of(3, "2026-04-30T00:00:00Z", "10").returned().fact(),
            activity(1, "2026-06-01T00:00:00Z", "survey", false),
            activity(2, "2026-08-30T00:00:00Z", "survey", true),
            Orders.of(4, "2026-09-01T00:00:00Z", "10").fact());
    assertThat(Engine.rate(versions, facts, Together.ALONE))
        .flatExtracting(Rated::awards)
        .extracting(Award::expiresAt)
        .containsExactly(
            Instant.parse("2026-09-01T00:00:00Z"),
            Instant.parse("2026-09-01T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"));
  }

  @Test
  void pointsThatWaitForAnActivityOpenWithItOrLapse() {
    Versions versions =
        Documents.versions(
            Documents.withRules()
                .replace(
                    "\"rounding\"",
                    "\"usable\": {\"type\": \"after-activity\", \"activity\": \"survey\","
                        + " \"deadlineDays\": 30},"
                        + " \"expiry\": {\"type\": \"rolling\", \"months\": 2}, \"rounding\""));
    List<Fact> facts =
        List.of(
            activity(1, "2026-01-09T00:00:00Z", "survey", false),
            Orders.of(1, "2026-01-10T00:00:00Z", "10").fact(),
            activity(2, "2026-01-12T00:00:00Z", "survey", true),
            activity(3, "2026-01-13T00:00:00Z", "other", false),
            activity(4, "2026-02-01T00:00:00Z", "survey", false),
            activity(5, "2026-02-02T00:00:00Z", "survey", false),
            Orders.of(2, "2026-02-03T00:00:00Z", "10").fact(),
            activity(6, "2026-03-06T00:00:00Z", "survey", false));
    assertThat(Engine.rate(versions, facts, Together.ALONE))
        .filteredOn(rated -> rated.fact() instanceof OrderFact)
        .flatExtracting(Rated::awards)
        .extracting(Award::usableFrom, Award::expiresAt)
        .containsExactly(
            tuple(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")),
            tuple(Instant.parse("2026-03-05T00:00:00Z"), Instant.parse("2026-03-05T00:00:00Z")));
  }

  @Test
  void whatAnotherIdentityDoesCountsFromTheMergeOn() {
    Versions versions =
        Documents.versions(
            Documents.withRules()
                .replace(
                    "\"rounding\"",
                    "\"expiry\": {\"type\": \"inactivity\", \"months\": 3}, \"rounding\""));
    UUID other = new UUID(3, 4);
    List<Fact> facts =
        List.of(
            Orders.of(1, "2026-01-10T00:00:00Z", "10").fact(),
            Orders.of(2, "2026-02-10T00:00:00Z", "10").by(other).fact(),
            Orders.of(3, "2026-04-01T00:00:00Z", "10").by(other).fact());
    Instant merged = Instant.parse("2026-03-01T00:00:00Z");
    Together together =
        (identity, at) -> at.isBefore(merged) ? Set.of(identity) : Set.of(Orders.BUYER, other);
    assertThat(Engine.rate(versions, facts, together).getFirst().awards().getFirst().expiresAt())
        .isEqualTo(Instant.parse("2026-07-01T00:00:00Z"));
    assertThat(
            Engine.rate(versions, facts, Together.ALONE).getFirst().awards().getFirst().expiresAt())
        .isEqualTo(Instant.parse("2026-04-10T00:00:00Z"));
  }

  private static String quoted(String document) {
    return document.replace('\'', '"').replace('`', '\'');
  }

  private static ActivityFact activity(int number, String at, String type, boolean withdrawn) {
    return new ActivityFact(
        new UUID(7, number), Orders.BUYER, 1, type, Instant.parse(at), withdrawn);
  }
}
