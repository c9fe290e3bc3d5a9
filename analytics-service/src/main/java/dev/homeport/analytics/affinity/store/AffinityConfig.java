package dev.homeport.analytics.affinity.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** {@code homeport.analytics.affinity.*}: which orders are looked at, and what stands out. */
@ConfigMapping(prefix = "homeport.analytics.affinity")
interface AffinityConfig {

  /** The most orders to look at, the latest ones: days are taken whole. */
  @WithDefault("1000000")
  @Min(1)
  int orders();

  /** How often a pair must occur at the least. */
  @WithDefault("5")
  @Min(1)
  int leastCases();

  /** In what share of all orders, or of all customers who came back, it must occur. */
  @WithDefault("0.0005")
  double leastShare();

  /** The share of false ones among the pairs that are said to go together. */
  @WithDefault("0.01")
  double level();

  /** How many others are kept of each product. */
  @WithDefault("25")
  @Min(1)
  @Max(100)
  int kept();

  /** Orders and customers with more different products than this are left out. */
  @WithDefault("2000")
  @Min(2)
  @Max(20_000)
  int widest();
}
