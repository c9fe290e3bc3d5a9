package dev.homeport.loyalty.reward;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many points a reward costs. */
public sealed interface Price {

  /** What it costs in a market; empty where it is not offered. */
  OptionalLong in(@Nullable String market);

  /** As much wherever the member is. */
  record Everywhere(long points) implements Price {
    @Override
    public OptionalLong in(@Nullable String market) {
      return OptionalLong.of(points);
    }
  }

  /** By market, and only there. */
  record ByMarket(Map<String, Long> points) implements Price {
    /** Copies. */
    public ByMarket {
      points = Map.copyOf(points);
    }

    @Override
    public OptionalLong in(@Nullable String market) {
      Long price = market == null ? null : points.get(market);
      return price == null ? OptionalLong.empty() : OptionalLong.of(price);
    }

    /** In the order of the markets. */
    public Map<String, Long> sorted() {
      return new TreeMap<>(points);
    }
  }
}
