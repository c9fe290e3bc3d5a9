package dev.homeport.analytics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Line;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.analytics.points.MemberPoints;
import dev.homeport.analytics.profile.Consent;
import dev.homeport.analytics.profile.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A seeded population that grows by what is said of it, and what each customer then is. */
public final class Shoppers {
  private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "FR", "PL");
  private static final List<String> LANGUAGES = List.of("de", "de-AT", "fr", "pl");
  private static final List<String> TAGS =
      List.of("vip", "wholesale", "press", "event-oslo", "event-rome", "do-not-contact", "x");
  private static final List<String> CHANNELS = List.of("shop-de", "amazon-de", "amazon-fr");
  private static final List<String> CATEGORIES = List.of("coffee", "grinders", "kitchen");
  private static final List<String> SKUS = List.of("MUG-1", "MUG-2", "BEAN-1", "GRIND-9");

  private final Random random;
  private final ZoneId zone;
  private final Map<UUID, UUID> customers = new LinkedHashMap<>();
  private final Map<UUID, Fact> facts = new LinkedHashMap<>();
  private final Map<UUID, Profile> profiles = new HashMap<>();
  private final Map<UUID, Consent> consents = new HashMap<>();
  private final Map<UUID, MemberPoints> points = new HashMap<>();
  private long revision = 1;

  public Shoppers(Random random, ZoneId zone, int buyers) {
    this.random = random;
    this.zone = zone;
    for (int i = 0; i < buyers; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      customers.put(id, id);
    }
  }

  public List<UUID> buyers() {
    return List.copyOf(customers.keySet());
  }

  public UUID anyBuyer() {
    return any(buyers());
  }

  /** An order of a buyer, or another state of one that there was. */
  public Fact order(UUID buyer, Instant now) {
    if (random.nextInt(4) == 0) {
      List<Fact> own =
          facts.values().stream()
              .filter(fact -> fact.identityId().equals(buyer))
              .filter(fact -> fact.kind() == Fact.Kind.order)
              .toList();
      if (!own.isEmpty()) {
        return returned(any(own));
      }
    }
    int daysAgo = random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(500);
    Instant at = now.minus(Duration.ofMinutes(daysAgo * 1_440L + random.nextInt(1_440)));
    if (random.nextInt(12) == 0) {
      at = Instant.parse("2025-11-20T12:00:00Z").plus(Duration.ofDays(random.nextInt(16)));
    }
    return order(buyer, at, random.nextInt(6) == 0 ? 40_000 : 12_000);
  }

  public Fact order(UUID buyer, Instant at, int mostCents) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      int quantity = 1 + random.nextInt(3);
      lines.add(
          new Line(
              any(SKUS),
              Optional.empty(),
              random.nextInt(5) == 0 ? Optional.empty() : Optional.of(any(CATEGORIES)),
              BigDecimal.valueOf(quantity),
              BigDecimal.valueOf(random.nextInt(5) == 0 ? quantity : 0),
              BigDecimal.TEN));
    }
    Optional<Contribution> worth =
        random.nextInt(10) == 0
            ? Optional.empty()
            : Optional.of(
                new Contribution(
                    BigDecimal.valueOf(100 + random.nextInt(mostCents), 2),
                    random.nextInt(6) == 0 ? BigDecimal.ONE : BigDecimal.ZERO));
    return take(
        new Fact(
            buyer,
            new UUID(random.nextLong(), random.nextLong()),
            Fact.Kind.order,
            at,
            new Origin(any(CHANNELS), any(COUNTRIES), "DE", Attribution.NONE),
            new Basket("EUR", lines),
            worth.isPresent(),
            worth,
            revision++));
  }

  private Fact returned(Fact before) {
    boolean counted = before.contribution().isPresent() && random.nextInt(3) > 0;
    Optional<Contribution> worth =
        before
            .contribution()
            .map(
                c ->
                    new Contribution(
                        c.gross(),
                        counted ? c.gross().multiply(new BigDecimal("0.75")) : c.gross()));
    return take(
        new Fact(
            before.identityId(),
            before.sourceId(),
            before.kind(),
            before.at(),
            before.origin(),
            before.basket(),
            counted,
            worth,
            revision++));
  }

  private Fact take(Fact fact) {
    facts.put(fact.sourceId(), fact);
    return fact;
  }

  public Profile profile(UUID customer) {
    var tags = new java.util.TreeSet<String>();
    for (int i = 0; i < random.nextInt(3); i++) {
      tags.add(any(TAGS));
    }
    Profile.Status status = random.nextInt(15) == 0 ? Profile.Status.erased : Profile.Status.active;
    boolean erased = status == Profile.Status.erased;
    return take(
        new Profile(
            customer,
            status,
            erased || random.nextInt(4) == 0 ? null : any(COUNTRIES),
            erased || random.nextInt(4) == 0 ? null : any(LANGUAGES),
            erased ? List.of() : List.copyOf(tags),
            revision++));
  }

  private Profile take(Profile profile) {
    profiles.put(profile.customerId(), profile);
    return profile;
  }

  public Consent consent(UUID customer, Instant now) {
    var uses = new ArrayList<Consent.Use>();
    for (String purpose : List.of("email-marketing", "sms")) {
      if (random.nextBoolean()) {
        uses.add(
            new Consent.Use(
                purpose,
                random.nextInt(3) == 0
                    ? now.plus(Duration.ofHours(random.nextInt(400) - 100))
                    : null));
      }
    }
    var consent = new Consent(customer, uses, revision++);
    consents.put(customer, consent);
    return consent;
  }

  /** Points of a customer, now and then in another programme than the main one. */
  public MemberPoints points(UUID customer) {
    boolean main = random.nextInt(4) > 0;
    Optional<MemberPoints.Tier> tier =
        switch (random.nextInt(4)) {
          case 0 -> Optional.of(new MemberPoints.Tier("silver", "Silver", 1));
          case 1 -> Optional.of(new MemberPoints.Tier("gold", "Gold", 2));
          case 2 -> Optional.of(new MemberPoints.Tier("club", "Club", 3));
          default -> Optional.empty();
        };
    var member =
        new MemberPoints(
            customer,
            main ? "points" : "extra",
            main,
            random.nextInt(3) == 0 ? random.nextInt(100) : 0,
            random.nextInt(1_000) - 100,
            random.nextInt(3) == 0 ? random.nextInt(50) : 0,
            random.nextInt(8) == 0 ? random.nextInt(20) : 0,
            random.nextInt(900),
            Optional.of(new BigDecimal("0.01")),
            tier,
            revision++);
    if (main) {
      points.put(customer, member);
    }
    return member;
  }

  /** The same with more points, at a higher revision. */
  public MemberPoints again(MemberPoints before) {
    var member =
        new MemberPoints(
            before.customerId(),
            before.programme(),
            before.main(),
            before.pending(),
            before.available() + 100,
            before.held(),
            before.owed(),
            before.earned() + 100,
            before.pointValue(),
            before.tier(),
            revision++);
    points.put(member.customerId(), member);
    return member;
  }

  /** A buyer turns out to be another customer, or itself again. */
  public Assignment moved() {
    UUID buyer = anyBuyer();
    UUID customer = random.nextInt(3) == 0 ? buyer : anyBuyer();
    customers.put(buyer, customer);
    return new Assignment(buyer, customer, revision++);
  }

  public UUID customerOf(UUID buyer) {
    return customers.get(buyer);
  }

  /** Everybody who can be in a segment. */
  public List<Shopper> all(Instant now) {
    var own = new HashMap<UUID, List<Fact>>();
    for (Fact fact : facts.values()) {
      if (fact.contribution().isPresent()) {
        own.computeIfAbsent(customers.get(fact.identityId()), _ -> new ArrayList<>()).add(fact);
      }
    }
    List<Shopper> everybody =
        Stream.concat(own.keySet().stream(), profiles.keySet().stream())
            .distinct()
            .map(id -> shopper(id, own.getOrDefault(id, List.of()), now))
            .toList();
    return everybody.stream()
        .map(one -> scored(one, everybody))
        .filter(
            one ->
                one.profile()
                    .map(profile -> profile.status() == Profile.Status.active)
                    .orElse(true))
        .toList();
  }

  private Shopper shopper(UUID id, List<Fact> facts, Instant now) {
    var allowed = new HashMap<String, Instant>();
    Consent consent = consents.get(id);
    if (consent != null) {
      consent
          .allowed()
          .forEach(
              use ->
                  allowed.put(use.purpose(), Objects.requireNonNullElse(use.until(), Instant.MAX)));
    }
    return new Shopper(
        id,
        facts,
        Optional.ofNullable(profiles.get(id)),
        allowed,
        zone,
        now,
        Optional.ofNullable(points.get(id)),
        Optional.empty());
  }

  private static Shopper scored(Shopper one, List<Shopper> everybody) {
    if (one.count() == 0) {
      return one;
    }
    List<Shopper> population = everybody.stream().filter(other -> other.count() > 0).toList();
    int r = score(one, population, other -> other.last().orElse(LocalDate.MIN));
    int f = score(one, population, Shopper::count);
    int m = score(one, population, Shopper::exactNet);
    return new Shopper(
        one.id(),
        one.facts(),
        one.profile(),
        one.allowed(),
        one.zone(),
        one.now(),
        one.points(),
        Optional.of(new Shopper.Rfm(r, f, m, group(r, (f + m + 1) / 2))));
  }

  private static <T extends Comparable<? super T>> int score(
      Shopper one, List<Shopper> population, Function<Shopper, T> measure) {
    long worse =
        population.stream()
            .filter(other -> measure.apply(other).compareTo(measure.apply(one)) < 0)
            .count();
    return (int) (1 + 5 * worse / population.size());
  }

  private static String group(int r, int fm) {
    for (JsonNode group : GRID.path("groups")) {
      for (JsonNode position : group.path("positions")) {
        if (position.asText().equals("R" + r + " FM" + fm)) {
          return group.path("key").asText();
        }
      }
    }
    throw new IllegalStateException("No group");
  }

  private static final JsonNode GRID = grid();

  private static JsonNode grid() {
    try (var in = Shoppers.class.getResourceAsStream("/grids/grid25.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
