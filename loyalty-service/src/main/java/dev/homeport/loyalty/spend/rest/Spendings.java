package dev.homeport.loyalty.spend.rest;

import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.Spending;
import dev.homeport.loyalty.spend.Spends;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What holds and redemptions have in common: how they are asked for, and refused. */
@ApplicationScoped
class Spendings {
  private final RunningProgrammes programmes;

  Spendings(RunningProgrammes programmes) {
    this.programmes = programmes;
  }

  Spending read(NewRedemption request) {
    String identity = request.identityId();
    String order = request.orderId();
    return new Spending(
        Ids.read("cus", request.customerId()),
        identity == null ? null : Ids.read("idn", identity),
        programme(request.programme()).key(),
        request.points(),
        order == null ? null : Ids.read("ord", order),
        request.reference());
  }

  /** The spend, or why there is none. */
  static Spend made(Spends.Made made) {
    return switch (made) {
      case Spends.Made.Done(Spend spend) -> spend;
      case Spends.Made.Refused refused -> throw refused.problem();
    };
  }

  private Versions programme(@Nullable String key) {
    return key == null
        ? programmes.main()
        : programmes
            .find(key)
            .orElseThrow(
                () ->
                    Problem.of(CommonProblem.VALIDATION_FAILED)
                        .at("/programme", "is no programme that runs"));
  }
}
