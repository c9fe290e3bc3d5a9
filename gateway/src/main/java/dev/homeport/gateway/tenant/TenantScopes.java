package dev.homeport.gateway.tenant;

import java.util.List;

/** What the programs of a merchant may do: all business, nothing of the platform. */
public final class TenantScopes {
  /** In the order of their names. */
  public static final List<String> ALL =
      List.of(
          "admin:read",
          "admin:write",
          "analytics:read",
          "analytics:write",
          "api-keys:read",
          "api-keys:write",
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
          "usage:read",
          "webhooks:read",
          "webhooks:write");

  private TenantScopes() {}
}
