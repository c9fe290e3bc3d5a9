package dev.homeport.loyalty.spend.rest;

import dev.homeport.loyalty.ChosenProgramme;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.Spending;
import dev.homeport.loyalty.spend.Spends;
import dev.homeport.loyalty.spend.Worth;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.money.Decimal;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/** What holds and redemptions have in common: how they are asked for, and refused. */
@ApplicationScoped
class Spendings {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  private final RunningProgrammes programmes;
  private final Clock clock;

  Spendings(RunningProgrammes programmes, Clock clock) {
    this.programmes = programmes;
    this.clock = clock;
  }

  Spending read(NewRedemption request) {
    String identity = request.identityId();
    String order = request.orderId();
    Versions programme = ChosenProgramme.ofDocument(programmes, request.programme());
    WorthDocument worth = request.worth();
    Long points = request.points();
    if ((points == null) == (worth == null)) {
      throw fault("/points", "and worth: one of the two is needed");
    }
    return new Spending(
        Ids.read("cus", request.customerId()),
        identity == null ? null : Ids.read("idn", identity),
        programme.key(),
        points == null ? price(programme, Objects.requireNonNull(worth)) : points,
        worth == null ? null : new Worth(amount(worth), worth.currency()),
        order == null ? null : Ids.read("ord", order),
        request.reference());
  }

  /** How many points pay for it, by the version of today. */
  private long price(Versions programme, WorthDocument worth) {
    String market = worth.market();
    return programme
        .at(clock.instant())
        .map(version -> version.document().currencies())
        .flatMap(
            currencies ->
                currency(worth)
                    .flatMap(
                        currency ->
                            currencies.price(
                                market == null ? "" : market, currency, amount(worth))))
        .filter(points -> points.compareTo(MOST) <= 0)
        .orElseThrow(() -> fault("/worth", "is nothing that points can pay for"))
        .longValueExact();
  }

  private static Optional<Currency> currency(WorthDocument worth) {
    return Currency.getAvailableCurrencies().stream()
        .filter(currency -> currency.getCurrencyCode().equals(worth.currency()))
        .findFirst();
  }

  private static BigDecimal amount(WorthDocument worth) {
    return Decimal.parse(worth.amount())
        .filter(amount -> amount.signum() > 0)
        .orElseThrow(() -> fault("/worth/amount", "must be above 0"));
  }

  private static Problem fault(String pointer, String detail) {
    return Problem.of(CommonProblem.VALIDATION_FAILED).at(pointer, detail);
  }

  /** The spend, or why there is none. */
  static Spend made(Spends.Made made) {
    return switch (made) {
      case Spends.Made.Done(Spend spend) -> spend;
      case Spends.Made.Refused refused -> throw refused.problem();
    };
  }
}
