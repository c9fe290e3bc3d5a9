package dev.homeport.order.intake.rest;

/** Examples of documents, as the API's description shows them. A test sends them. */
final class Examples {
  static final String ORDER =
      """
      {
        "channel": "shop-de",
        "externalId": "1001",
        "placedAt": "2026-11-01T10:00:00Z",
        "currency": "EUR",
        "status": "paid",
        "buyer": {"externalId": "c-778", "email": "ana@example.com", "country": "DE"},
        "lines": [
          {"lineNo": 1, "sku": "MUG-1", "name": "Mug", "category": "kitchen",
           "quantity": "2", "unitPrice": "9.99", "kind": "product"}
        ],
        "attribution": {"source": "google", "medium": "cpc", "costClass": "paid"}
      }
      """;

  static final String RETURN =
      """
      {
        "channel": "aliexpress-es",
        "externalId": "C-5501",
        "returnedAt": "2026-11-05T09:30:00Z",
        "currency": "EUR",
        "buyer": {"externalId": "b-20017", "country": "ES"},
        "lines": [
          {"lineNo": 1, "sku": "LAMP-3", "quantity": "1", "unitPrice": "27.5"}
        ],
        "reason": "broken"
      }
      """;

  static final String BATCH = "{\"items\": [" + ORDER + "]}";

  static final String BATCH_RESULT =
      """
      {
        "items": [
          {"index": 0, "status": 201, "id": "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c"}
        ]
      }
      """;

  private Examples() {}
}
