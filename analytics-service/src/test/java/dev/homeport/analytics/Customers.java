package dev.homeport.analytics;

import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import java.util.UUID;

/**
 * Events of customer-service about customers, as JSON that no class of this service has written.
 */
public final class Customers {
  private Customers() {}

  /**
   * How a customer is described.
   *
   * @param tags as a JSON list
   */
  public static void described(
      UUID tenant, UUID customer, String country, String tags, String status, long revision) {
    TestEvents.send(
        "homeport.customer.v1",
        new Sent(
            customer.toString(),
            "dev.homeport.customer.changed.v1",
            tenant,
            """
            {"customerId":"%s","country":"%s","language":"de","tags":%s,"status":"%s",
             "revision":%d}"""
                .formatted(customer, country, tags, status, revision)));
  }

  /** Somebody was erased. */
  public static void erased(UUID tenant, UUID customer, long revision) {
    TestEvents.send(
        "homeport.customer.v1",
        new Sent(
            customer.toString(),
            "dev.homeport.customer.changed.v1",
            tenant,
            """
            {"customerId":"%s","tags":[],"status":"erased","revision":%d}"""
                .formatted(customer, revision)));
  }

  /** E-mail marketing is allowed until an instant. */
  public static void allowed(UUID tenant, UUID customer, String until, long revision) {
    TestEvents.send(
        "homeport.consent.v1",
        new Sent(
            customer.toString(),
            "dev.homeport.customer.consent-changed.v1",
            tenant,
            """
            {"customerId":"%s","purposes":[{"purpose":"email-marketing","allowed":true,
             "state":"granted","until":"%s"},{"purpose":"sms","allowed":false,
             "state":"unknown"}],"revision":%d}"""
                .formatted(customer, until, revision)));
  }
}
