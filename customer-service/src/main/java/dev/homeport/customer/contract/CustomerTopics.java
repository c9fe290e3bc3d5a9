package dev.homeport.customer.contract;

import dev.homeport.platform.event.Topic;
import dev.homeport.platform.privacy.PrivacyTopics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The topics that this service owns. */
public final class CustomerTopics {

  /** Which customer each identity belongs to; key: identity. */
  public static final Topic IDENTITY = Topic.compacted("homeport.identity.v1");

  /** What others may know of a customer; key: customer. */
  public static final Topic CUSTOMER = Topic.compacted("homeport.customer.v1");

  /** What a customer's data may be used for; key: customer. */
  public static final Topic CONSENT = Topic.compacted("homeport.consent.v1");

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

  /** Erasures, asked here and confirmed by every service; key: customer. */
  @Produces
  @Singleton
  static Topic erasure() {
    return PrivacyTopics.ERASURE;
  }

  /** What people ask about their data, and what every service holds; key: customer. */
  @Produces
  @Singleton
  static Topic access() {
    return PrivacyTopics.ACCESS;
  }

  @Produces
  @Singleton
  static Topic consent() {
    return CONSENT;
  }
}
