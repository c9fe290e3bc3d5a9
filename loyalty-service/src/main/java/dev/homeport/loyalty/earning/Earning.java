package dev.homeport.loyalty.earning;

import dev.homeport.loyalty.earning.Rating.Outcome;
import dev.homeport.loyalty.programme.Basis;
import dev.homeport.loyalty.programme.Programme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a fact deserves under a programme: a function of the fact as it now stands, never of what it
 * was before. One rounding for each order and each free return.
 */
public final class Earning {
  private Earning() {}

  /** Rates a fact; the same arguments always give the same rating. */
  public static Rating rate(Programme programme, Fact fact) {
    if (fact.occurredAt().isBefore(programme.start())) {
      return nothing(programme, fact, Outcome.BEFORE_START);
    }
    Optional<Outcome> refusal = refusal(fact);
    if (refusal.isPresent()) {
      return nothing(programme, fact, refusal.get());
    }
    return programme
        .rates()
        .of(currency(fact))
        .map(rate -> rated(programme, fact, rate))
        .orElseGet(() -> nothing(programme, fact, Outcome.NO_RATE));
  }

  private static Optional<Outcome> refusal(Fact fact) {
    return switch (fact) {
      case OrderFact order when order.cancelled() -> Optional.of(Outcome.CANCELLED);
      case OrderFact order when order.fullyReturned() -> Optional.of(Outcome.FULLY_RETURNED);
      case OrderFact _ -> Optional.empty();
      case FreeReturnFact back when back.reversed() -> Optional.of(Outcome.REVERSED);
      case FreeReturnFact _ -> Optional.empty();
    };
  }

  private static Rating rated(Programme programme, Fact fact, BigDecimal rate) {
    BigDecimal basis = basis(programme.basis(), fact);
    RoundingMode rounding = programme.rounding();
    long points = basis.multiply(rate).setScale(0, rounding).longValueExact();
    if (points == 0) {
      return new Rating(Outcome.TOO_SMALL, 0, basis, currency(fact), rate, rounding);
    }
    return switch (fact) {
      case OrderFact order ->
          new Rating(Outcome.EARNED, points, basis, order.currency(), rate, rounding);
      case FreeReturnFact back ->
          new Rating(Outcome.CLAWED_BACK, -points, basis, back.currency(), rate, rounding);
    };
  }

  private static BigDecimal basis(Basis basis, Fact fact) {
    BigDecimal amount =
        switch (fact) {
          case OrderFact order ->
              without(basis, order.total().subtract(order.returned()), order.lines());
          case FreeReturnFact back -> without(basis, back.amount(), back.lines());
        };
    return amount.max(BigDecimal.ZERO);
  }

  private static BigDecimal without(Basis basis, BigDecimal amount, List<OrderLine> lines) {
    BigDecimal rest = amount;
    for (OrderLine line : lines) {
      if (!basis.shipping() && line.kind() == OrderLine.Kind.SHIPPING) {
        rest = rest.subtract(line.keptAmount());
      } else if (!basis.tax()) {
        rest = rest.subtract(line.keptTax());
      }
    }
    return rest;
  }

  private static Rating nothing(Programme programme, Fact fact, Outcome outcome) {
    return new Rating(outcome, 0, BigDecimal.ZERO, currency(fact), null, programme.rounding());
  }

  private static Currency currency(Fact fact) {
    return switch (fact) {
      case OrderFact order -> order.currency();
      case FreeReturnFact back -> back.currency();
    };
  }
}
