package dev.homeport.order.contract;

import dev.homeport.platform.event.Topic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The topics that this service owns. Both are keyed by identity. */
public final class OrderTopics {
  public static final String ORDER = "homeport.order.v1";
  public static final String BUYER = "homeport.buyer.v1";

  private OrderTopics() {}

  /** {@code homeport.order.topics.*}: how long the broker keeps what we tell. */
  @ConfigMapping(prefix = "homeport.order.topics")
  public interface TopicsConfig {
    /** Days that order events are kept. */
    @WithDefault("30")
    @Min(1)
    @Max(3650)
    int orderDays();

    /** Days that buyer events, which carry personal data, are kept. */
    @WithDefault("7")
    @Min(1)
    @Max(30)
    int buyerDays();
  }

  @Singleton
  static final class Producers {
    @Produces
    @Singleton
    @Named(ORDER)
    Topic orders(TopicsConfig config) {
      return Topic.retained(ORDER, config.orderDays());
    }

    @Produces
    @Singleton
    @Named(BUYER)
    Topic buyers(TopicsConfig config) {
      return Topic.personal(BUYER, config.buyerDays());
    }
  }
}
