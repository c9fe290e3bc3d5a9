package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.fact.Fact;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A buyer's history made from a seed: orders that are revised, returned in parts and in full, and
 * cancelled, and free returns of which some are reversed; some before the programme began.
 */
public final class RandomHistory {
  private final Random random;
  private final UUID buyer;
  private final List<Fact> facts = new ArrayList<>();

  public RandomHistory(long seed) {
    random = new Random(seed);
    buyer = new UUID(seed, 7);
    int orders = 1 + random.nextInt(12);
    for (int i = 0; i < orders; i++) {
      if (random.nextInt(3) == 0) {
        addFreeReturn();
      } else {
        addOrder();
      }
    }
  }

  public UUID buyer() {
    return buyer;
  }

  /** Every revision of every fact, oldest first. */
  public List<Fact> inOrder() {
    return List.copyOf(facts);
  }

  /** The same, some twice, in any order. */
  public List<Fact> disordered() {
    var delivered = new ArrayList<>(facts);
    for (Fact fact : facts) {
      if (random.nextInt(3) == 0) {
        delivered.add(fact);
      }
    }
    Collections.shuffle(delivered, random);
    return delivered;
  }

  private void addOrder() {
    UUID id = id();
    Instant placedAt = moment();
    int total = random.nextInt(20_000);
    int returned = 0;
    String status = "placed";
    int revisions = 1 + random.nextInt(4);
    for (int revision = 1; revision <= revisions; revision++) {
      facts.add(Facts.order(buyer, id, revision, placedAt, status, cents(total), cents(returned)));
      switch (random.nextInt(5)) {
        case 0 -> returned = total;
        case 1, 2 -> returned += total == returned ? 0 : random.nextInt(total - returned);
        case 3 -> total += random.nextInt(5_000);
        default -> status = random.nextBoolean() ? "cancelled" : "paid";
      }
    }
  }

  private void addFreeReturn() {
    UUID id = id();
    Instant at = moment();
    String amount = cents(random.nextInt(25_000));
    facts.add(Facts.freeReturn(buyer, id, 1, at, amount, false));
    if (random.nextInt(4) == 0) {
      facts.add(Facts.freeReturn(buyer, id, 2, at, amount, true));
    }
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Instant moment() {
    return Programmes.START.plus(Duration.ofHours(random.nextInt(12_000) - 500L));
  }

  private static String cents(int cents) {
    return cents == 0 ? "0" : BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
