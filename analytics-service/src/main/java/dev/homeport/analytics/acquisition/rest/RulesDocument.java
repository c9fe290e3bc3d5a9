package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.AttributionRule;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.CostClass;
import dev.homeport.analytics.acquisition.Origin;
import dev.homeport.analytics.acquisition.Trait;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it is told where customers came from. */
@Schema(name = "AttributionRules")
record RulesDocument(
    @Schema(description = "In their order: the first one that matches a first order decides.")
        @NotNull
        @Size(max = 100)
        List<@NotNull @Valid RuleDocument> rules,
    @Schema(description = "When none of them matches.") @NotNull @Valid OriginDocument otherwise) {

  static final String EXAMPLE =
      """
      {"rules": [
        {"channel": "Partners", "costClass": "paid", "when": {"partnerId": ["*"]}},
        {"channel": "Referral", "costClass": "referral", "when": {"referralCode": ["*"]}},
        {"channel": "Paid search", "costClass": "paid",
         "when": {"source": ["google", "bing"], "medium": ["cpc", "ppc"]}},
        {"channel": "Marketplaces", "costClass": "organic", "when": {"salesChannel": ["amazon-*"]}}],
       "otherwise": {"channel": "Direct", "costClass": "direct"}}""";

  /** One rule. */
  @Schema(name = "AttributionRule")
  record RuleDocument(
      @Schema(
              description = "The acquisition channel: a name that spend is stated under too.",
              examples = "Paid search")
          @NotNull
          @Size(min = 1, max = 100)
          String channel,
      @NotNull CostClass costClass,
      @Schema(description = "The traits of a first order, all of which have to match.")
          @NotNull
          @Valid
          WhenDocument when) {}

  /** Where customers came from. */
  @Schema(name = "AcquisitionOrigin")
  record OriginDocument(
      @Schema(description = "The acquisition channel.", examples = "Direct")
          @NotNull
          @Size(min = 1, max = 100)
          String channel,
      @NotNull CostClass costClass) {}

  /** Traits. */
  @Schema(
      name = "AttributionTraits",
      description =
          "Of each trait that is named, one of the patterns has to match, whatever the case; `*`"
              + " stands for any characters, and alone for any value that is there.")
  record WhenDocument(
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> source,
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> medium,
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> campaign,
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> partnerId,
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> coupon,
      @Nullable @Size(min = 1, max = 50)
          List<@NotNull @Size(min = 1, max = 100) String> referralCode,
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> costClass,
      @Nullable @Size(min = 1, max = 50)
          List<@NotNull @Size(min = 1, max = 100) String> salesChannel,
      @Nullable @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 100) String> market) {

    private Map<Trait, List<String>> traits() {
      var traits = new EnumMap<Trait, List<String>>(Trait.class);
      put(traits, Trait.SOURCE, source);
      put(traits, Trait.MEDIUM, medium);
      put(traits, Trait.CAMPAIGN, campaign);
      put(traits, Trait.PARTNER_ID, partnerId);
      put(traits, Trait.COUPON, coupon);
      put(traits, Trait.REFERRAL_CODE, referralCode);
      put(traits, Trait.COST_CLASS, costClass);
      put(traits, Trait.SALES_CHANNEL, salesChannel);
      put(traits, Trait.MARKET, market);
      return traits;
    }

    private static void put(
        Map<Trait, List<String>> traits, Trait trait, @Nullable List<String> patterns) {
      if (patterns != null) {
        traits.put(trait, patterns);
      }
    }

    private static WhenDocument of(Map<Trait, List<String>> traits) {
      return new WhenDocument(
          traits.get(Trait.SOURCE),
          traits.get(Trait.MEDIUM),
          traits.get(Trait.CAMPAIGN),
          traits.get(Trait.PARTNER_ID),
          traits.get(Trait.COUPON),
          traits.get(Trait.REFERRAL_CODE),
          traits.get(Trait.COST_CLASS),
          traits.get(Trait.SALES_CHANNEL),
          traits.get(Trait.MARKET));
    }
  }

  /**
   * The rules.
   *
   * @throws Problem 422 when one of them would match everything
   */
  AttributionRules read() {
    var found = new ArrayList<AttributionRule>();
    for (RuleDocument rule : rules) {
      Map<Trait, List<String>> when = rule.when().traits();
      if (when.isEmpty()) {
        throw Problem.of(CommonProblem.VALIDATION_FAILED)
            .at(
                "/rules/" + found.size() + "/when",
                "must name a trait: what is left over is for `otherwise`");
      }
      found.add(new AttributionRule(new Origin(rule.channel(), rule.costClass()), when));
    }
    return new AttributionRules(found, new Origin(otherwise.channel(), otherwise.costClass()));
  }

  static RulesDocument of(AttributionRules rules) {
    return new RulesDocument(
        rules.rules().stream()
            .map(
                rule ->
                    new RuleDocument(
                        rule.origin().channel(),
                        rule.origin().costClass(),
                        WhenDocument.of(rule.when())))
            .toList(),
        new OriginDocument(rules.otherwise().channel(), rules.otherwise().costClass()));
  }
}
