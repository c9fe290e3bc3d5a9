package dev.homeport.analytics.acquisition.store;

import dev.homeport.analytics.acquisition.AttributionRule;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.Trait;
import dev.homeport.platform.database.Parameters;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Rules as an expression over a fact {@code f}: the place of the first one that matches. */
final class RuleSql {
  private RuleSql() {}

  static String of(AttributionRules rules) {
    var sql = new StringBuilder("case");
    for (int i = 0; i < rules.rules().size(); i++) {
      String all =
          rules.rules().get(i).when().keySet().stream()
              .map(trait -> "lower(" + column(trait) + ") like any(?::text[])")
              .collect(Collectors.joining(" and "));
      sql.append(" when ").append(all).append(" then ").append(i);
    }
    return rules.rules().isEmpty() ? "0" : sql + " else " + rules.rules().size() + " end";
  }

  static void bind(Parameters to, AttributionRules rules) throws SQLException {
    for (AttributionRule rule : rules.rules()) {
      for (List<String> patterns : rule.when().values()) {
        to.texts(patterns, RuleSql::like);
      }
    }
  }

  private static String like(String pattern) {
    return pattern
        .toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_")
        .replace('*', '%');
  }

  private static String column(Trait trait) {
    return switch (trait) {
      case SOURCE -> "f.attribution_source";
      case MEDIUM -> "f.attribution_medium";
      case CAMPAIGN -> "f.attribution_campaign";
      case PARTNER_ID -> "f.partner_id";
      case COUPON -> "f.coupon";
      case REFERRAL_CODE -> "f.referral_code";
      case COST_CLASS -> "f.cost_class";
      case SALES_CHANNEL -> "f.channel";
      case MARKET -> "f.market";
    };
  }
}
