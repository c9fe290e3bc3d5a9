package dev.homeport.loyalty.reward.rest;

import dev.homeport.loyalty.reward.Price;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reward costs in a market. */
@Schema(name = "RewardPrice", description = "What a reward costs in a market.")
record PriceDocument(
    @Schema(description = "As orders name it.", examples = "DE") @NotNull @Size(min = 1, max = 64)
        String market,
    @Schema(examples = "500") @NotNull @Min(1) @Max(1_000_000_000) Long points) {

  static Price.ByMarket read(List<PriceDocument> prices) {
    var points = new HashMap<String, Long>();
    for (PriceDocument price : prices) {
      if (points.put(price.market(), price.points()) != null) {
        throw Problem.of(CommonProblem.VALIDATION_FAILED)
            .at("/prices", "name the market %s twice".formatted(price.market()));
      }
    }
    return new Price.ByMarket(points);
  }

  static List<PriceDocument> from(Price.ByMarket price) {
    return price.sorted().entrySet().stream()
        .map(one -> new PriceDocument(one.getKey(), one.getValue()))
        .toList();
  }
}
