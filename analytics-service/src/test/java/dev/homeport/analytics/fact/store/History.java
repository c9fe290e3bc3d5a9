package dev.homeport.analytics.fact.store;

import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A seeded history of facts and assignments, and what must follow from it, by the plainest means.
 */
final class History {
  private static final Instant START = Instant.parse("2011-01-01T00:00:00Z");

  private final List<UUID> identities = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Assignment> assignments = new ArrayList<>();

  History(RandomGenerator random, int buyers, int sources, int merges) {
    for (int i = 0; i < buyers; i++) {
      identities.add(uuid(random));
    }
    for (int i = 0; i < sources; i++) {
      UUID identity = any(random, identities);
      UUID source = uuid(random);
      Fact.Kind kind = random.nextInt(5) == 0 ? Fact.Kind.free_return : Fact.Kind.order;
      Instant at = START.plusSeconds(random.nextInt(300) * 3_600L * 24 + random.nextInt(86_400));
      for (int revision = 1; revision <= 1 + random.nextInt(3); revision++) {
        facts.add(fact(random, identity, source, kind, at, revision));
      }
    }
    for (int revision = 1; revision <= merges; revision++) {
      assignments.add(new Assignment(any(random, identities), any(random, identities), revision));
    }
  }

  List<Fact> facts() {
    return facts;
  }

  List<Assignment> assignments() {
    return assignments;
  }

  /** For each identity, customers that it was for a while; at last its home again. */
  List<Assignment> movedAndMovedBack(RandomGenerator random) {
    var moves = new ArrayList<Assignment>();
    for (UUID identity : identities) {
      int times = random.nextInt(5);
      for (int revision = 1; revision <= times; revision++) {
        moves.add(new Assignment(identity, any(random, identities), revision));
      }
      moves.add(new Assignment(identity, identity, times + 1));
    }
    return moves;
  }

  /** The values of a customer. */
  record Value(
      Optional<LocalDate> first,
      Optional<LocalDate> last,
      long frequency,
      BigDecimal net,
      long days,
      BigDecimal repeatNet) {}

  /** What must be in the table in the end, in whatever order the history was told. */
  Map<UUID, Value> values(ZoneId zone) {
    var owners = new HashMap<UUID, UUID>();
    identities.forEach(identity -> owners.put(identity, identity));
    assignments.forEach(a -> owners.put(a.identityId(), a.customerId()));
    var latest = new HashMap<UUID, Fact>();
    facts.forEach(fact -> latest.put(fact.sourceId(), fact));
    var byCustomer = new HashMap<UUID, List<Fact>>();
    latest.values().stream()
        .filter(fact -> fact.contribution().isPresent())
        .forEach(
            fact ->
                byCustomer
                    .computeIfAbsent(owners.get(fact.identityId()), _ -> new ArrayList<>())
                    .add(fact));
    var values = new HashMap<UUID, Value>();
    byCustomer.forEach((customer, own) -> values.put(customer, value(own, zone)));
    return values;
  }

  private static Value value(List<Fact> facts, ZoneId zone) {
    List<Fact> counted = facts.stream().filter(Fact::counted).toList();
    Optional<LocalDate> first = days(counted, zone).min(LocalDate::compareTo);
    List<Fact> later =
        counted.stream().filter(fact -> day(fact, zone).isAfter(first.orElseThrow())).toList();
    return new Value(
        first,
        days(counted, zone).max(LocalDate::compareTo),
        counted.size(),
        net(facts),
        days(counted, zone).distinct().count(),
        net(later));
  }

  private static BigDecimal net(List<Fact> facts) {
    return facts.stream()
        .flatMap(fact -> fact.contribution().stream())
        .map(c -> c.gross().subtract(c.returned()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(9);
  }

  private static LocalDate day(Fact fact, ZoneId zone) {
    return LocalDate.ofInstant(fact.at(), zone);
  }

  private static Stream<LocalDate> days(List<Fact> facts, ZoneId zone) {
    return facts.stream().map(fact -> day(fact, zone));
  }

  private static Fact fact(
      RandomGenerator random,
      UUID identity,
      UUID source,
      Fact.Kind kind,
      Instant at,
      int revision) {
    boolean pending = random.nextInt(8) == 0;
    var contribution =
        new Contribution(
            BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(10)),
            BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(10)));
    return new Fact(
        identity,
        source,
        kind,
        at,
        new Origin("shop-de", "DE", "DE", Attribution.NONE),
        new Basket("EUR", List.of()),
        kind == Fact.Kind.order && !pending && random.nextInt(4) > 0,
        pending ? Optional.empty() : Optional.of(contribution),
        revision);
  }

  private static <T> T any(RandomGenerator random, List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static UUID uuid(RandomGenerator random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
