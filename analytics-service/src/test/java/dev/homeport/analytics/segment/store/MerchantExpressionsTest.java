package dev.homeport.analytics.segment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.points.MemberBook;
import dev.homeport.analytics.profile.Consents;
import dev.homeport.analytics.profile.Profiles;
import dev.homeport.analytics.segment.Documented;
import dev.homeport.analytics.segment.Oracle;
import dev.homeport.analytics.segment.Shopper;
import dev.homeport.analytics.segment.Shoppers;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
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

/** The table of expressions in {@code docs/segments.md} holds what it says. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class MerchantExpressionsTest {
  private static final long SEED = 4_711;
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @Inject Facts facts;
  @Inject Identities identities;
  @Inject Profiles profiles;
  @Inject Consents consents;
  @Inject MemberBook points;
  @Inject Tenancy tenancy;
  @Inject Segmenting segmenting;

  @Test
  void every_documented_expression_finds_whom_it_says() {
    UUID tenant = TestTenants.create("EUR", ZONE.getId());
    var shoppers = new Shoppers(new Random(SEED), ZONE, 250);
    fill(tenant, shoppers);
    segmenting.settled(tenant);
    Map<String, String> documented = Documented.expressions();
    assertThat(documented.keySet()).containsExactlyElementsOf(Oracle.all().keySet());
    assertThat(documented).hasSizeGreaterThanOrEqualTo(30);
    int number = 0;
    var keys = new HashMap<String, String>();
    for (var entry : documented.entrySet()) {
      String key = "s-" + number++;
      segmenting.create(tenant, key, entry.getValue(), false);
      keys.put(entry.getKey(), key);
    }

    Map<String, Set<UUID>> members = segmenting.members(tenant);
    List<Shopper> everybody = shoppers.all(Instant.now());
    var silent = new HashSet<String>();
    for (var entry : documented.entrySet()) {
      var which = Objects.requireNonNull(Oracle.all().get(entry.getKey()));
      Set<UUID> expected =
          everybody.stream().filter(which).map(Shopper::id).collect(Collectors.toSet());
      assertThat(members.get(keys.get(entry.getKey())))
          .as("seed %d: %s", SEED, entry)
          .isEqualTo(expected);
      var preview = segmenting.preview(tenant, entry.getValue(), Optional.empty());
      assertThat(preview.size()).isEqualTo(expected.size());
      assertThat(preview.population()).isEqualTo(everybody.size());
      if (expected.isEmpty() || expected.size() == everybody.size()) {
        silent.add(entry.getKey());
      }
    }
    assertThat(silent)
        .as("expressions that the population says nothing about")
        .containsExactlyInAnyOrder("Likely gone, worth having", "Nothing forecast yet");
  }

  private void fill(UUID tenant, Shoppers shoppers) {
    Instant now = Instant.now();
    var random = new Random(SEED);
    tenancy.in(
        tenant,
        () -> {
          for (UUID buyer : shoppers.buyers()) {
            int orders = random.nextInt(5) == 0 ? 0 : random.nextInt(9);
            for (int i = 0; i < orders; i++) {
              facts.record(List.of(shoppers.order(buyer, now)));
            }
            if (orders == 0 || random.nextInt(4) > 0) {
              profiles.record(List.of(shoppers.profile(buyer)));
            }
            if (random.nextInt(4) > 0) {
              consents.record(List.of(shoppers.consent(buyer, now)));
            }
          }
          for (UUID buyer : shoppers.buyers()) {
            if (random.nextInt(3) > 0) {
              points.record(List.of(shoppers.points(buyer)));
            }
          }
          for (int i = 0; i < 40; i++) {
            identities.assign(List.of(shoppers.moved()));
          }
          return null;
        });
  }
}
