package dev.homeport.analytics.acquisition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where customers came from: the first rule that their first order matches.
 *
 * @param otherwise when none does
 */
public record AttributionRules(List<AttributionRule> rules, Origin otherwise) {

  /** Those of a tenant that has stated none. */
  public static final AttributionRules DEFAULT =
      new AttributionRules(
          List.of(
              rule("Partners", CostClass.PAID, Trait.PARTNER_ID, "*"),
              rule("Referral", CostClass.REFERRAL, Trait.REFERRAL_CODE, "*"),
              rule("Affiliates", CostClass.PAID, Trait.MEDIUM, "affiliate*"),
              rule(
                  "Paid search",
                  CostClass.PAID,
                  Trait.MEDIUM,
                  "cpc",
                  "ppc",
                  "paidsearch",
                  "paid-search",
                  "paid_search"),
              rule(
                  "Paid social",
                  CostClass.PAID,
                  Trait.MEDIUM,
                  "paidsocial",
                  "paid-social",
                  "paid_social",
                  "cpm"),
              new AttributionRule(
                  new Origin("Paid social", CostClass.PAID),
                  Map.of(Trait.MEDIUM, List.of("social*"), Trait.COST_CLASS, List.of("paid"))),
              rule("E-mail", CostClass.ORGANIC, Trait.MEDIUM, "email", "e-mail", "newsletter"),
              rule("Organic search", CostClass.ORGANIC, Trait.MEDIUM, "organic"),
              rule("Organic social", CostClass.ORGANIC, Trait.MEDIUM, "social*"),
              rule("Other sites", CostClass.REFERRAL, Trait.MEDIUM, "referral"),
              rule("Other paid", CostClass.PAID, Trait.COST_CLASS, "paid"),
              rule("Other organic", CostClass.ORGANIC, Trait.COST_CLASS, "organic"),
              rule("Referral", CostClass.REFERRAL, Trait.COST_CLASS, "referral")),
          new Origin("Direct", CostClass.DIRECT));

  public AttributionRules {
    rules = List.copyOf(rules);
  }

  /** What a first order comes to that matches the rule at this place, or none. */
  public Origin at(int rule) {
    return rule < rules.size() ? rules.get(rule).origin() : otherwise;
  }

  /** The cost class of a channel, when it is one that customers can come from. */
  public List<CostClass> costClasses(String channel) {
    return Stream.concat(rules.stream().map(AttributionRule::origin), Stream.of(otherwise))
        .filter(origin -> origin.channel().equals(channel))
        .map(Origin::costClass)
        .distinct()
        .toList();
  }

  private static AttributionRule rule(
      String channel, CostClass costClass, Trait trait, String... patterns) {
    return new AttributionRule(new Origin(channel, costClass), Map.of(trait, List.of(patterns)));
  }
}
