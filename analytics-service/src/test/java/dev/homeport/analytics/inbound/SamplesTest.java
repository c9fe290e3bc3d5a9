package dev.homeport.analytics.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.points.MemberPoints;
import dev.homeport.analytics.profile.Consent;
import dev.homeport.analytics.profile.Profile;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.identity.IdentityMapped;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The producers' golden samples of the events that this service takes. */
class SamplesTest {
  private static final Path ORDERS = Path.of("../order-service/contracts/samples");
  private static final Path LOYALTY = Path.of("../loyalty-service/contracts/samples");
  private static final Path CUSTOMERS = Path.of("../customer-service/contracts/samples");

  static List<Path> orders() throws IOException {
    return samples(ORDERS, "order-recorded");
  }

  static List<Path> freeReturns() throws IOException {
    return samples(ORDERS, "free-return-recorded");
  }

  static List<Path> mappings() throws IOException {
    return samples(CUSTOMERS, "identity-mapped");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void every_order_becomes_a_fact(Path sample) throws IOException {
    var tree = EventJson.tree(Files.readString(sample));

    Fact fact = EventJson.read(Files.readString(sample), OrderRecorded.class).fact();

    assertThat(fact.kind()).isEqualTo(Fact.Kind.order);
    assertThat(fact.sourceId()).hasToString(tree.get("orderId").asText());
    assertThat(fact.identityId()).hasToString(tree.get("identityId").asText());
    assertThat(fact.revision()).isEqualTo(tree.get("revision").asLong());
    assertThat(fact.at()).isEqualTo(Instant.parse(tree.get("placedAt").asText()));
    assertThat(fact.contribution().isPresent()).isEqualTo(tree.has("reporting"));
    if (tree.has("reporting") && !tree.get("status").asText().equals("cancelled")) {
      assertThat(fact.contribution())
          .contains(
              new Contribution(
                  new BigDecimal(tree.at("/reporting/total").asText()),
                  new BigDecimal(tree.at("/reporting/returned").asText())));
    }
  }

  @ParameterizedTest
  @MethodSource("freeReturns")
  void every_free_return_becomes_a_fact_that_does_not_count(Path sample) throws IOException {
    var tree = EventJson.tree(Files.readString(sample));

    Fact fact = EventJson.read(Files.readString(sample), FreeReturnRecorded.class).fact();

    assertThat(fact.kind()).isEqualTo(Fact.Kind.free_return);
    assertThat(fact.sourceId()).hasToString(tree.get("returnId").asText());
    assertThat(fact.at()).isEqualTo(Instant.parse(tree.get("returnedAt").asText()));
    assertThat(fact.counted()).isFalse();
    assertThat(fact.contribution().isPresent()).isEqualTo(tree.has("reporting"));
    if (tree.has("reporting") && !tree.get("reversed").asBoolean()) {
      assertThat(fact.contribution())
          .contains(
              new Contribution(
                  BigDecimal.ZERO, new BigDecimal(tree.at("/reporting/amount").asText())));
    }
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void every_mapping_becomes_an_assignment(Path sample) throws IOException {
    var tree = EventJson.tree(Files.readString(sample));

    Assignment assignment =
        IdentityEventsListener.assignment(
            EventJson.read(Files.readString(sample), IdentityMapped.class));

    assertThat(assignment)
        .isEqualTo(
            new Assignment(
                UUID.fromString(tree.get("identityId").asText()),
                UUID.fromString(tree.get("customerId").asText()),
                tree.get("revision").asLong()));
  }

  static List<Path> profiles() throws IOException {
    return samples(CUSTOMERS, "customer-changed");
  }

  static List<Path> consents() throws IOException {
    return samples(CUSTOMERS, "consent-changed");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void every_customer_becomes_a_profile(Path sample) throws IOException {
    var tree = EventJson.tree(Files.readString(sample));

    Profile profile = EventJson.read(Files.readString(sample), CustomerChanged.class).profile();

    assertThat(profile.customerId()).hasToString(tree.get("customerId").asText());
    assertThat(profile.status()).hasToString(tree.get("status").asText());
    assertThat(profile.country()).isEqualTo(tree.path("country").textValue());
    assertThat(profile.language()).isEqualTo(tree.path("language").textValue());
    assertThat(profile.tags()).hasSize(tree.get("tags").size());
    assertThat(profile.revision()).isEqualTo(tree.get("revision").asLong());
  }

  @ParameterizedTest
  @MethodSource("consents")
  void of_every_consent_what_is_allowed_is_kept(Path sample) throws IOException {
    var tree = EventJson.tree(Files.readString(sample));

    Consent consent = EventJson.read(Files.readString(sample), ConsentChanged.class).consent();

    assertThat(consent.customerId()).hasToString(tree.get("customerId").asText());
    assertThat(consent.revision()).isEqualTo(tree.get("revision").asLong());
    for (var use : tree.get("purposes")) {
      String until = use.path("until").textValue();
      assertThat(consent.allowed().stream().map(Consent.Use::purpose).toList())
          .as("%s", use)
          .matches(
              names ->
                  names.contains(use.get("purpose").asText()) == use.get("allowed").asBoolean());
      if (use.get("allowed").asBoolean() && until != null) {
        assertThat(consent.allowed())
            .contains(new Consent.Use(use.get("purpose").asText(), Instant.parse(until)));
      }
    }
  }

  static List<Path> members() throws IOException {
    return samples(LOYALTY, "member-changed");
  }

  @ParameterizedTest
  @MethodSource("members")
  void of_every_member_points_and_tier_are_kept(Path sample) throws IOException {
    var tree = EventJson.tree(Files.readString(sample));

    MemberPoints points = EventJson.read(Files.readString(sample), MemberChanged.class).points();

    assertThat(points.customerId()).hasToString(tree.get("customerId").asText());
    assertThat(points.programme()).isEqualTo(tree.get("programme").asText());
    assertThat(points.main()).isEqualTo(tree.get("main").asBoolean());
    assertThat(
            List.of(
                points.pending(),
                points.available(),
                points.held(),
                points.owed(),
                points.earned(),
                points.revision()))
        .isEqualTo(
            Stream.of("pending", "available", "held", "owed", "earned", "revision")
                .map(field -> tree.get(field).asLong())
                .toList());
    assertThat(points.pointValue().map(BigDecimal::toPlainString).orElse(""))
        .isEqualTo(tree.at("/pointValue/amount").asText());
    assertThat(points.tier().map(MemberPoints.Tier::key).orElse(""))
        .isEqualTo(tree.at("/tier/key").asText());
  }

  @Test
  void there_are_samples_of_each() throws IOException {
    assertThat(orders()).isNotEmpty();
    assertThat(freeReturns()).isNotEmpty();
    assertThat(mappings()).isNotEmpty();
    assertThat(profiles()).isNotEmpty();
    assertThat(consents()).isNotEmpty();
    assertThat(members()).isNotEmpty();
  }

  private static List<Path> samples(Path folder, String event) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(event))
          .sorted()
          .toList();
    }
  }
}
