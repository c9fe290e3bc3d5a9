package dev.homeport.customer.privacy;

import dev.homeport.platform.testing.TestEvents;
import java.util.List;
import java.util.UUID;

/** The other services, as they answer a person's request. */
final class Answers {
  private static final List<String> OTHERS =
      List.of("order-service", "analytics-service", "loyalty-service", "gateway");

  private Answers() {}

  /** Everybody else confirms an erasure; order-service has the longest memory. */
  static void confirm(UUID tenant, String customer, String request) {
    for (String service : OTHERS) {
      TestEvents.send(
          "homeport.erasure.v1",
          new TestEvents.Sent(
              customer.substring(4),
              "dev.homeport.erasure-confirmed.v1",
              tenant,
              """
              {"requestId": "%s", "customerId": "%s", "service": "%s",
               "confirmedAt": "2026-11-27T10:00:00Z", "unreadableAt": "%s"}"""
                  .formatted(
                      request.substring(4),
                      customer.substring(4),
                      service,
                      service.equals("order-service")
                          ? "2099-01-01T00:00:00Z"
                          : "2026-12-28T00:00:00Z")));
    }
  }

  /** Everybody else contributes one row to an archive. */
  static void contribute(UUID tenant, String customer, String request) {
    for (String service : OTHERS) {
      TestEvents.send(
          "homeport.access.v1",
          new TestEvents.Sent(
              customer.substring(4),
              "dev.homeport.access-contributed.v1",
              tenant,
              """
              {"requestId": "%s", "customerId": "%s", "service": "%s",
               "contributedAt": "2026-11-27T10:00:00Z", "part": 0, "parts": 1,
               "holding": "things", "rows": [{"of": "%s"}]}"""
                  .formatted(request.substring(4), customer.substring(4), service, service)));
    }
  }
}
