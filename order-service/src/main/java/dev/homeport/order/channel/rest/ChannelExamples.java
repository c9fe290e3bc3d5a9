package dev.homeport.order.channel.rest;

/** Examples of channels, as the API's description shows them. */
final class ChannelExamples {
  static final String NEW =
      """
      {
        "code": "shop-de",
        "kind": "shopify",
        "market": "DE",
        "defaultCurrency": "EUR",
        "timeZone": "Europe/Berlin",
        "signingSecret": "8f1b7c0e5d2a4f6b9c3e"
      }
      """;

  static final String PATCH =
      """
      {"defaultCurrency": "EUR", "market": null}
      """;

  static final String CHANNEL =
      """
      {
        "code": "shop-de",
        "kind": "shopify",
        "market": "DE",
        "defaultCurrency": "EUR",
        "timeZone": "Europe/Berlin",
        "intakePath": "/v1/intake/mzuwk3tfon2gk5dbnrxw42lomfwgyzlt",
        "signed": true,
        "createdAt": "2026-11-01T10:00:00Z",
        "changedAt": "2026-11-01T10:00:00Z",
        "version": 1
      }
      """;

  static final String PAGE = "{\"items\": [" + CHANNEL + "]}";

  private ChannelExamples() {}
}
