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

  static final String ORDER_ACCEPTED =
      """
      {
        "id": "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c",
        "identityId": "idn_5f0c9a1e-2b7d-8c34-9e10-4a6d8f2b7c11",
        "channel": "shop-de",
        "market": "DE",
        "externalId": "1001",
        "country": "DE",
        "placedAt": "2026-11-01T10:00:00Z",
        "revisedAt": "2026-11-01T10:00:00Z",
        "status": "paid",
        "currency": "EUR",
        "lines": [
          {"lineNo": 1, "sku": "MUG-1", "name": "Mug", "category": "kitchen", "quantity": "2",
           "unitPrice": "9.99", "discount": "0", "tax": "0", "kind": "product",
           "returnedQuantity": "0"}
        ],
        "total": {"amount": "19.98", "currency": "EUR"},
        "returned": {"amount": "0", "currency": "EUR"},
        "returns": [],
        "conversion": "done",
        "reporting": {
          "rate": "1",
          "rateDate": "2026-11-01",
          "total": {"amount": "19.98", "currency": "EUR"},
          "returned": {"amount": "0", "currency": "EUR"}
        },
        "attribution": {"source": "google", "medium": "cpc", "costClass": "paid"},
        "attributes": {},
        "version": 1
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

  static final String RETURN_RECORDED =
      """
      {
        "id": "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a",
        "identityId": "idn_0c5b8e3a-9d21-8f47-a6b3-1e2d3c4b5a69",
        "channel": "aliexpress-es",
        "market": "ES",
        "externalId": "C-5501",
        "country": "ES",
        "returnedAt": "2026-11-05T09:30:00Z",
        "currency": "EUR",
        "lines": [
          {"lineNo": 1, "sku": "LAMP-3", "quantity": "1", "unitPrice": "27.5", "kind": "product"}
        ],
        "amount": {"amount": "27.5", "currency": "EUR"},
        "reason": "broken",
        "conversion": "done",
        "reporting": {
          "rate": "1",
          "rateDate": "2026-11-05",
          "amount": {"amount": "27.5", "currency": "EUR"}
        }
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
