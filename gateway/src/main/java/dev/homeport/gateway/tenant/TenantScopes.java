package dev.homeport.gateway.tenant;

import java.util.List;

/** What the programs of a merchant may do: all business, nothing of the platform. */
final class TenantScopes {
  static final List<String> ALL =
      List.of(
          "admin:read",
          "admin:write",
          "analytics:read",
          "analytics:write",
          "channels:bodies",
          "channels:read",
          "channels:write",
          "customers:read",
          "customers:write",
          "loyalty:read",
          "loyalty:write",
          "orders:read",
          "orders:write",
          "rates:write",
          "webhooks:read",
          "webhooks:write");

  private TenantScopes() {}
}
