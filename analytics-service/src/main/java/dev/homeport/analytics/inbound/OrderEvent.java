package dev.homeport.analytics.inbound;

import dev.homeport.analytics.fact.Fact;

/** What order-service says on {@code homeport.order.v1}, as far as it matters here. */
sealed interface OrderEvent permits OrderRecorded, FreeReturnRecorded {

  /** What it says about the buyer. */
  Fact fact();
}
