package dev.homeport.customer.contract;

import dev.homeport.platform.event.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The topics that this service owns. */
public final class CustomerTopics {

  /** Which customer each identity belongs to; key: identity. */
  public static final Topic IDENTITY = Topic.compacted("homeport.identity.v1");

  /** What others may know of a customer; key: customer. */
  public static final Topic CUSTOMER = Topic.compacted("homeport.customer.v1");

  private CustomerTopics() {}

  @Produces
  @Singleton
  static Topic identity() {
    return IDENTITY;
  }

  @Produces
  @Singleton
  static Topic customer() {
    return CUSTOMER;
  }
}
