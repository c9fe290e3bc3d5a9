package dev.homeport.loyalty.backtest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.backtest.BacktestResult;
import dev.homeport.loyalty.backtest.Sums;
import dev.homeport.platform.money.Decimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures of one programme. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BacktestFigures", description = "Figures of one programme over the period.")
record BacktestSideView(
    Total total,
    @Schema(
            description =
                "Points times what a point pays for (`burn`) in the tenant's reporting currency;"
                    + " absent where points buy nothing in it, which `costUnknown` then says.")
        @Nullable Cost cost,
    @Schema(
            description = "Why there is no cost.",
            examples = "the programme has no burn value for SEK")
        @Nullable String costUnknown,
    @Schema(description = "The months of the period, in the tenant's time zone.")
        List<Month> months,
    @Schema(description = "By the market of the orders and returns that earned or cost points.")
        List<Market> markets) {

  /** The period as a whole. */
  @Schema(name = "BacktestTotal")
  record Total(
      @Schema(
              description = "Points that orders and activities came to deserve.",
              examples = "91220")
          long issued,
      @Schema(
              description =
                  "Points taken back: what returns, cancellations and rules undo, and returns"
                      + " without an order.",
              examples = "6010")
          long clawedBack,
      @Schema(
              description = "Points spent, as they really were, less those given back.",
              examples = "12000")
          long used,
      @Schema(description = "Points not used in time, or never usable.", examples = "800")
          long expired,
      @Schema(description = "What the members above zero hold in the end.", examples = "72410")
          long outstanding,
      @Schema(description = "Members above zero.", examples = "4187") long holders,
      @Schema(
              description =
                  "What the members below zero are short of in the end: also what they spent and"
                      + " this programme would not have given them.",
              examples = "210")
          long overdrawn,
      @Schema(description = "Members below zero.", examples = "12") long overdrawers) {
    static Total from(Sums sums) {
      return new Total(
          sums.issued(),
          sums.clawedBack(),
          sums.used(),
          sums.expired(),
          sums.outstanding(),
          sums.holders(),
          sums.overdrawn(),
          sums.overdrawers());
    }
  }

  /** Money. */
  @Schema(name = "BacktestCost", description = "Points in money, as exact decimals.")
  record Cost(
      @Schema(examples = "EUR") String currency,
      @Schema(description = "What a point pays for.", examples = "0.01") String perPoint,
      @Schema(description = "Of the points issued less those taken back.", examples = "852.1")
          String issued,
      @Schema(description = "Of the points spent.", examples = "120") String used,
      @Schema(description = "Of the points outstanding.", examples = "724.1") String outstanding) {

    static @Nullable Cost of(Sums sums, String currency, @Nullable BigDecimal burn) {
      return burn == null
          ? null
          : new Cost(
              currency,
              Decimal.text(burn),
              money(sums.issued() - sums.clawedBack(), burn),
              money(sums.used(), burn),
              money(sums.outstanding(), burn));
    }

    private static String money(long points, BigDecimal burn) {
      return Decimal.text(burn.multiply(BigDecimal.valueOf(points)));
    }
  }

  /** A month. */
  @Schema(name = "BacktestMonth")
  record Month(
      @Schema(examples = "2026-10") String month,
      @Schema(examples = "8120") long issued,
      @Schema(examples = "410") long clawedBack,
      @Schema(examples = "1000") long used,
      @Schema(examples = "90") long expired,
      @Schema(description = "What the members above zero hold at its end.", examples = "70010")
          long outstanding,
      @Schema(
              description = "What the members below zero are short of at its end.",
              examples = "200")
          long overdrawn,
      @Schema(description = "Members by their tier at its end; absent where there are no tiers.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable List<Tier> tiers) {

    static Month from(BacktestResult.Month month, boolean tiered) {
      Sums sums = month.sums();
      return new Month(
          month.month(),
          sums.issued(),
          sums.clawedBack(),
          sums.used(),
          sums.expired(),
          sums.outstanding(),
          sums.overdrawn(),
          tiered ? month.tiers().entrySet().stream().map(Tier::from).toList() : null);
    }
  }

  /** Members of a tier. */
  @Schema(name = "BacktestTier")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Tier(
      @Schema(description = "Absent below the first.", examples = "silver") @Nullable String tier,
      @Schema(examples = "312") long members) {
    static Tier from(Map.Entry<String, Long> tier) {
      return new Tier(tier.getKey().isEmpty() ? null : tier.getKey(), tier.getValue());
    }
  }

  /** A market. */
  @Schema(name = "BacktestMarket")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Market(
      @Schema(description = "Absent for what belongs to none, such as activities.", examples = "DE")
          @Nullable String market,
      @Schema(examples = "51200") long issued,
      @Schema(examples = "3010") long clawedBack,
      @Schema(
              description =
                  "What is left in the end of points earned there; what members owe is not taken"
                      + " off.",
              examples = "40110")
          long outstanding,
      @Schema(
              description =
                  "What is outstanding times what a point pays for there in the reporting currency;"
                      + " absent where it pays for nothing.",
              examples = "401.1")
          @Nullable String cost) {

    static Market from(BacktestResult.Market market) {
      Sums sums = market.sums();
      BigDecimal burn = market.burn();
      return new Market(
          market.market().isEmpty() ? null : market.market(),
          sums.issued(),
          sums.clawedBack(),
          sums.outstanding(),
          burn == null ? null : Cost.money(sums.outstanding(), burn));
    }
  }

  static BacktestSideView from(BacktestResult.Side side) {
    Cost cost = Cost.of(side.total(), side.currency(), side.burn());
    return new BacktestSideView(
        Total.from(side.total()),
        cost,
        cost == null ? "the programme has no burn value for " + side.currency() : null,
        side.months().stream().map(month -> Month.from(month, side.tiered())).toList(),
        side.markets().stream().map(Market::from).toList());
  }
}
