package dev.homeport.analytics.segment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeport.analytics.contract.SegmentMoved;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.points.MemberBook;
import dev.homeport.analytics.points.MemberPoints;
import dev.homeport.analytics.profile.Consents;
import dev.homeport.analytics.profile.Profile;
import dev.homeport.analytics.profile.Profiles;
import dev.homeport.analytics.segment.Documented;
import dev.homeport.analytics.segment.Members;
import dev.homeport.analytics.segment.Oracle;
import dev.homeport.analytics.segment.Previews.Preview;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Shopper;
import dev.homeport.analytics.segment.Shoppers;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever happens, who is in is who belongs in, and every movement is told once. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MembershipLawTest {
  private static final long SEED = 20_261_127;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final List<String> FOLLOWED =
      List.of(
          "Bought in the last 30 days",
          "No order in 90 days, or never",
          "Repeat buyers",
          "Champions",
          "E-mail but no text messages",
          "German-speaking countries",
          "Shop on two channels",
          "Have coffee, no grinder",
          "Win back, unless asked not to",
          "Enough points for a reward",
          "Silver or gold",
          "Earned much, in no tier");

  @Inject Facts facts;
  @Inject Identities identities;
  @Inject Profiles profiles;
  @Inject Consents consents;
  @Inject MemberBook points;
  @Inject Members members;
  @Inject Tenancy tenancy;
  @Inject Segmenting segmenting;

  /** Who was erased is on no list any more, also when something else is said later. */
  private final Set<UUID> erased = new HashSet<>();

  @Test
  void members_are_who_belong_in_and_every_movement_is_told_once() {
    var random = new Random(SEED);
    UUID tenant = TestTenants.create("EUR", ZONE.getId());
    var shoppers = new Shoppers(random, ZONE, 40);
    Map<String, String> keys = new HashMap<>();
    for (String who : FOLLOWED) {
      String key = "s-" + keys.size();
      keys.put(who, key);
      segmenting.create(tenant, key, expression(who), true);
    }
    Segment list = segmenting.list(tenant, "vip-list");
    var listed = new HashSet<UUID>();
    Duration ahead = Duration.ZERO;

    for (int round = 0; round < 5; round++) {
      Instant now = Instant.now().plus(ahead);
      for (int i = 0; i < 25; i++) {
        happen(tenant, shoppers, random, now);
      }
      segmenting.settled(tenant);
      put(tenant, list, shoppers.anyBuyer(), random.nextInt(3) > 0, listed, shoppers);
      if (round % 2 == 1) {
        ahead = ahead.plus(Duration.ofDays(1 + random.nextInt(40)));
        TestTenants.clockAhead(tenant, ahead);
        turned(tenant, Instant.now().plus(ahead));
      }
      segmenting.settled(tenant);

      List<Shopper> everybody = shoppers.all(Instant.now().plus(ahead));
      Map<String, Set<UUID>> in = segmenting.members(tenant);
      for (String who : FOLLOWED) {
        var belongs = Objects.requireNonNull(Oracle.all().get(who));
        assertThat(in.get(keys.get(who)))
            .as("seed %d, round %d: %s", SEED, round, who)
            .isEqualTo(
                everybody.stream().filter(belongs).map(Shopper::id).collect(Collectors.toSet()));
      }
      Set<UUID> reachable = everybody.stream().map(Shopper::id).collect(Collectors.toSet());
      assertThat(in.get("vip-list"))
          .as("seed %d, round %d: the list", SEED, round)
          .allMatch(
              customer -> listed.stream().map(shoppers::customerOf).toList().contains(customer))
          .containsAll(
              listed.stream()
                  .filter(customer -> !erased.contains(customer))
                  .map(shoppers::customerOf)
                  .filter(reachable::contains)
                  .toList());
    }

    toldOnce(tenant);
  }

  @Test
  void what_a_preview_says_is_what_then_happens() {
    var random = new Random(SEED);
    UUID tenant = TestTenants.create("EUR", ZONE.getId());
    var shoppers = new Shoppers(random, ZONE, 60);
    for (int i = 0; i < 200; i++) {
      happen(tenant, shoppers, random, Instant.now());
    }
    segmenting.settled(tenant);
    List<String> texts = List.copyOf(Documented.expressions().values());
    segmenting.create(tenant, "changing", texts.getFirst(), true);

    for (int round = 0; round < 12; round++) {
      String text = texts.get(random.nextInt(texts.size()));
      Set<UUID> before = Objects.requireNonNull(segmenting.members(tenant).get("changing"));
      Preview preview = segmenting.preview(tenant, text, Optional.of("changing"));

      Segment changed = segmenting.change(tenant, "changing", text);

      Set<UUID> after = Objects.requireNonNull(segmenting.members(tenant).get("changing"));
      var entered = new HashSet<>(after);
      entered.removeAll(before);
      var left = new HashSet<>(before);
      left.removeAll(after);
      assertThat(changed.size()).as("%s", text).isEqualTo(preview.size()).isEqualTo(after.size());
      assertThat(new HashSet<>(preview.entering())).isEqualTo(entered);
      assertThat(new HashSet<>(preview.leaving())).isEqualTo(left);
      assertThat(preview.enters()).isEqualTo(entered.size());
      assertThat(preview.leaves()).isEqualTo(left.size());
    }
    toldOnce(tenant);
  }

  private void happen(UUID tenant, Shoppers shoppers, Random random, Instant now) {
    UUID buyer = shoppers.anyBuyer();
    int what = random.nextInt(13);
    tenancy.in(
        tenant,
        () ->
            switch (what) {
              case 0, 1 -> profiled(shoppers.profile(buyer));
              case 2, 3 -> consents.record(List.of(shoppers.consent(buyer, now)));
              case 4 -> identities.assign(List.of(shoppers.moved()));
              case 10, 11, 12 -> followed(shoppers, buyer, random);
              default -> facts.record(List.of(shoppers.order(buyer, now)));
            });
  }

  private int profiled(Profile profile) {
    if (profile.status() == Profile.Status.erased) {
      erased.add(profile.customerId());
    }
    return profiles.record(List.of(profile));
  }

  /** Of whom points were told is told again, and what was told before comes late. */
  private int followed(Shoppers shoppers, UUID buyer, Random random) {
    MemberPoints before = shoppers.points(buyer);
    MemberPoints after = before.main() ? shoppers.again(before) : before;
    int newer = points.record(random.nextBoolean() ? List.of(after, before) : List.of(before));
    return newer + points.record(List.of(after)) + points.record(List.of(before));
  }

  private void put(
      UUID tenant, Segment list, UUID buyer, boolean on, Set<UUID> listed, Shoppers shoppers) {
    tenancy.in(
        tenant,
        () -> on ? members.add(list, List.of(buyer)) : members.remove(list, List.of(buyer)));
    if (on) {
      listed.add(buyer);
    } else {
      UUID today = shoppers.customerOf(buyer);
      listed.removeIf(one -> one.equals(buyer) || shoppers.customerOf(one).equals(today));
    }
  }

  /** Waits until the calendar of the tenant's segments has come to a day. */
  private void turned(UUID tenant, Instant until) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> segmenting.day(tenant), day -> !day.isBefore(until.atZone(ZONE).toLocalDate()));
  }

  private void toldOnce(UUID tenant) {
    Map<String, List<Long>> movements = segmenting.movements(tenant);
    long all = movements.values().stream().mapToLong(m -> m.get(0) + m.get(1)).sum();
    assertThat(all).isPositive();
    List<Sent> sent =
        TestEvents.receive(
            "homeport.score.v1",
            (int) all,
            event -> event.tenant().equals(tenant) && event.type().contains(".segment-"));
    assertThat(sent).as("events as movements").hasSize((int) all);
    assertThat(sent.stream().map(Sent::id).distinct()).hasSize(sent.size());
    record Told(SegmentMoved moved, boolean entered) {}
    Map<String, List<Told>> byPlace =
        sent.stream()
            .map(
                event ->
                    new Told(
                        EventJson.read(event.data(), SegmentMoved.class),
                        event.type().equals(SegmentMoved.ENTERED)))
            .collect(
                Collectors.groupingBy(
                    told -> told.moved().segment() + " " + told.moved().customerId()));
    var in = new HashMap<String, Set<UUID>>();
    movements.keySet().forEach(key -> in.put(key, new HashSet<>()));
    byPlace.forEach(
        (place, told) -> {
          List<Told> ordered =
              told.stream()
                  .sorted(Comparator.comparingLong(one -> one.moved().revision()))
                  .toList();
          for (int i = 0; i < ordered.size(); i++) {
            assertThat(ordered.get(i).entered()).as("%s: %s", place, ordered).isEqualTo(i % 2 == 0);
          }
          SegmentMoved last = ordered.getLast().moved();
          if (ordered.getLast().entered()) {
            Objects.requireNonNull(in.get(last.segment())).add(last.customerId());
          }
        });
    assertThat(in).as("who is in by the events").isEqualTo(segmenting.members(tenant));
    movements.forEach(
        (key, moved) ->
            assertThat(moved.get(0) - moved.get(1)).as("size of %s", key).isEqualTo(moved.get(2)));
  }

  private static String expression(String who) {
    return Objects.requireNonNull(Documented.expressions().get(who));
  }
}
