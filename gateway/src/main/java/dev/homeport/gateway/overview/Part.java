package dev.homeport.gateway.overview;

import java.util.List;

/**
 * One part of an overview: what a service answers about the customer.
 *
 * @param name in the answer
 * @param path as the service publishes it
 * @param query {@code {customer}} and {@code {identity}} stand for identifiers; with the latter it
 *     is asked for each identity of the customer, and the newest of all answers are shown
 * @param scope that the caller needs for it
 */
record Part(String name, String path, String query, String scope) {
  static final Part PROFILE = new Part("profile", "/v1/customers/{id}", "", "customers:read");
  static final Part IDENTITIES =
      new Part("identities", "/v1/customers/{id}/identities", "", "customers:read");

  /** All of them, in the order of the answer. */
  static final List<Part> ALL =
      List.of(
          PROFILE,
          IDENTITIES,
          new Part("orders", "/v1/orders", "identityId={identity}&limit=5", "orders:read"),
          new Part("rfm", "/v1/customers/{customerId}/rfm", "", "analytics:read"),
          new Part("value", "/v1/customers/{customerId}/value", "", "analytics:read"),
          new Part("nextActions", "/v1/customers/{customerId}/next-actions", "", "analytics:read"),
          new Part("consents", "/v1/customers/{id}/consent-states", "", "customers:read"),
          new Part("membership", "/v1/members/{customerId}", "", "loyalty:read"),
          new Part("tier", "/v1/members/{customerId}/tier", "", "loyalty:read"),
          new Part("entries", "/v1/members/{customerId}/entries", "limit=5", "loyalty:read"));

  boolean perIdentity() {
    return query.contains("{identity}");
  }

  /** The request target for a customer, and for one of its identities. */
  String target(String customer, String identity) {
    int open = path.indexOf('{');
    String filled =
        open < 0
            ? path
            : path.substring(0, open) + customer + path.substring(path.indexOf('}') + 1);
    return query.isEmpty()
        ? filled
        : filled + '?' + query.replace("{customer}", customer).replace("{identity}", identity);
  }
}
