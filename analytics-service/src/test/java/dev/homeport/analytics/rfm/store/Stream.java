package dev.homeport.analytics.rfm.store;

import dev.homeport.analytics.fact.Assignment;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Identities;
import dev.homeport.analytics.fact.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * A seeded stream of what a shop tells: orders, returns, corrections, merges, old news, repeats.
 */
final class Stream {
  private static final List<String> MARKETS = List.of("DE", "FR");

  private final Random random;
  private final Instant now;
  private final int days;
  private final List<UUID> identities;
  private final List<Fact> told = new ArrayList<>();
  private final List<Assignment> assigned = new ArrayList<>();

  Stream(Random random, Instant now, int days, int buyers) {
    this.random = random;
    this.now = now;
    this.days = days;
    this.identities =
        IntStream.range(0, buyers)
            .mapToObj(_ -> new UUID(random.nextLong(), random.nextLong()))
            .toList();
  }

  /** The next thing that happens, for one transaction. */
  Callable<Integer> next(Facts facts, Identities mapping) {
    if (random.nextInt(6) == 0) {
      List<Assignment> moves = List.of(move());
      return () -> mapping.assign(moves);
    }
    List<Fact> batch = IntStream.rangeClosed(0, random.nextInt(5)).mapToObj(_ -> fact()).toList();
    return () -> facts.record(batch);
  }

  /** To somebody else, back home, or once more what was said before. */
  private Assignment move() {
    if (!assigned.isEmpty() && random.nextInt(4) == 0) {
      return any(assigned);
    }
    UUID identity = any(identities);
    UUID customer = random.nextBoolean() ? identity : any(identities);
    var move = new Assignment(identity, customer, assigned.size() + 1L);
    assigned.add(move);
    return move;
  }

  private Fact fact() {
    if (!told.isEmpty() && random.nextInt(4) == 0) {
      Fact known = any(told);
      return random.nextInt(3) == 0 ? known : tell(known.sourceId(), known, known.revision() + 1);
    }
    return tell(new UUID(random.nextLong(), random.nextLong()), null, 1);
  }

  private Fact tell(UUID source, @org.jspecify.annotations.Nullable Fact before, long revision) {
    Fact.Kind kind =
        before != null
            ? before.kind()
            : random.nextInt(5) == 0 ? Fact.Kind.free_return : Fact.Kind.order;
    String market = before == null ? any(MARKETS) : before.origin().market();
    boolean pending = random.nextInt(10) == 0;
    var fact =
        new Fact(
            before == null ? any(identities) : before.identityId(),
            source,
            kind,
            before == null ? now.minus(Duration.ofHours(random.nextInt(days * 24))) : before.at(),
            new Origin("shop-" + random.nextInt(2), market, market, Attribution.NONE),
            new Basket("EUR", List.of()),
            kind == Fact.Kind.order && !pending && random.nextInt(8) > 0,
            pending ? Optional.empty() : Optional.of(contribution(kind)),
            revision);
    told.add(fact);
    return fact;
  }

  private Contribution contribution(Fact.Kind kind) {
    BigDecimal amount = BigDecimal.valueOf(random.nextInt(60), random.nextInt(2));
    BigDecimal back = BigDecimal.valueOf(random.nextInt(20));
    return kind == Fact.Kind.order
        ? new Contribution(amount, random.nextInt(3) == 0 ? back : BigDecimal.ZERO)
        : new Contribution(BigDecimal.ZERO, back);
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
