package dev.homeport.customer.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.customer.consent.ConsentDecision.State;
import dev.homeport.customer.consent.ConsentRecord.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What follows from a history depends on what was said and when, and on nothing else. */
class ConsentLawsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Purpose MAIL =
      Purpose.of(
          "email-marketing",
          new Purpose.Rule(LegalBasis.CONSENT, false),
          Map.of(
              "DE", new Purpose.Rule(LegalBasis.CONSENT, true),
              "US", new Purpose.Rule(LegalBasis.LEGITIMATE_INTEREST, false)),
          5);

  @Test
  void anyOrderOfArrivalDecidesTheSameAtAnyTime() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<ConsentRecord> told = history(random);
      var arrived = new ArrayList<>(told);
      arrived.addAll(told.subList(0, told.size() / 2));
      Collections.shuffle(arrived, random);
      for (int hour = -1; hour < 24 * 14; hour += 7) {
        Instant at = START.plus(Duration.ofHours(hour));
        for (String country : new String[] {"DE", "US", "FR", null}) {
          assertThat(decide(arrived, country, at)).isEqualTo(decide(told, country, at));
        }
      }
    }
  }

  @Test
  void whatIsSaidLaterChangesNothingBefore() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      List<ConsentRecord> told = history(random);
      Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 10)));
      List<ConsentRecord> known = told.stream().filter(r -> !r.at().isAfter(at)).toList();

      assertThat(decide(told, "DE", at)).isEqualTo(decide(known, "DE", at));
    }
  }

  @Test
  void withoutAWordOnlyConsentIsMissing() {
    assertThat(decide(List.of(), "FR", START).allowed()).isFalse();
    assertThat(decide(List.of(), "US", START).allowed()).isTrue();
    assertThat(decide(List.of(said(Kind.DENIAL, 0)), "US", START).allowed()).isFalse();
  }

  @Test
  void aGrantCountsOnceItIsConfirmedWhereThatIsTheRule() {
    var granted = List.of(said(Kind.GRANT, 0));
    var confirmed = List.of(said(Kind.CONFIRMATION, 1), said(Kind.GRANT, 0));
    Instant later = START.plus(Duration.ofHours(2));

    assertThat(decide(granted, "FR", later).state()).isEqualTo(State.GRANTED);
    assertThat(decide(granted, "DE", later).state()).isEqualTo(State.PENDING);
    assertThat(decide(confirmed, "DE", later).state()).isEqualTo(State.GRANTED);
    assertThat(decide(confirmed, "DE", START).allowed()).isFalse();
  }

  @Test
  void aConfirmationOfNothingIsNothing() {
    var told =
        List.of(said(Kind.CONFIRMATION, 0), said(Kind.WITHDRAWAL, 1), said(Kind.CONFIRMATION, 2));

    assertThat(decide(told, "DE", START.plus(Duration.ofHours(3))).state())
        .isEqualTo(State.WITHDRAWN);
  }

  @Test
  void aGrantEnds() {
    var granted = List.of(said(Kind.GRANT, 0));

    assertThat(decide(granted, "FR", START.plus(Duration.ofDays(5)).minusNanos(1)).allowed())
        .isTrue();
    assertThat(decide(granted, "FR", START.plus(Duration.ofDays(5))).state())
        .isEqualTo(State.EXPIRED);
  }

  @Test
  void atOneInstantTheStricterWordStands() {
    var told = List.of(said(Kind.WITHDRAWAL, 0), said(Kind.GRANT, 0));

    assertThat(decide(told, "FR", START).state()).isEqualTo(State.WITHDRAWN);
  }

  private static ConsentDecision decide(
      List<ConsentRecord> told, @Nullable String country, Instant at) {
    return ConsentHistory.of(MAIL.code(), told).decide(MAIL, country, at);
  }

  private static ConsentRecord said(Kind kind, int hour) {
    return new ConsentRecord(
        MAIL.code(), kind, START.plus(Duration.ofHours(hour)), "checkout", "v1", null);
  }

  private static List<ConsentRecord> history(Random random) {
    var told = new ArrayList<ConsentRecord>();
    for (int i = random.nextInt(12); i >= 0; i--) {
      Instant at = START.plus(Duration.ofHours(random.nextInt(40) * 6L));
      told.add(
          new ConsentRecord(
              random.nextInt(8) == 0 ? "profiling" : MAIL.code(),
              Kind.values()[random.nextInt(4)],
              at,
              random.nextBoolean() ? "checkout" : "app",
              random.nextBoolean() ? "v" + random.nextInt(2) : null,
              random.nextInt(4) == 0 ? at.plus(Duration.ofHours(random.nextInt(60))) : null));
    }
    return told;
  }
}
