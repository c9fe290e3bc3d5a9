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

  static final String ORDERS_CSV =
      """
      channel,externalId,placedAt,currency,status,buyerExternalId,buyerEmail,buyerCountry,lineNo,sku,name,quantity,unitPrice,kind
      shop-de,1001,2026-11-01T10:00:00Z,EUR,paid,c-778,ana@example.com,DE,1,MUG-1,Mug,2,9.99,product
      shop-de,1001,,,,,,,2,POST,Postage,1,3.90,shipping
      """;

  static final String RETURNS_CSV =
      """
      channel,externalId,returnedAt,currency,buyerExternalId,buyerCountry,reason,lineNo,sku,quantity,unitPrice
      aliexpress-es,C-5501,2026-11-05T09:30:00Z,EUR,b-20017,ES,broken,1,LAMP-3,1,27.5
      """;

  private Examples() {}
}
