package dev.homeport.order.order.rest;

/** Examples of orders, as the API's description shows them. */
public final class OrderExamples {
  public static final String ORDER =
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
        "paidAt": "2026-11-01T10:00:00Z",
        "steps": [],
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

  static final String PAGE = "{\"items\": [" + ORDER + "]}";

  static final String CANCELLED =
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
        "status": "cancelled",
        "cancellation": {"cancelledAt": "2026-11-01T12:00:00Z", "reason": "out of stock"},
        "paidAt": "2026-11-01T10:00:00Z",
        "steps": [
          {"kind": "cancellation", "at": "2026-11-01T12:00:00Z", "reason": "out of stock"}
        ],
        "currency": "EUR",
        "lines": [
          {"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "9.99", "discount": "0",
           "tax": "0", "kind": "product", "returnedQuantity": "0"}
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
        "attributes": {},
        "version": 2
      }
      """;

  static final String SHIPPED =
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
        "status": "shipped",
        "paidAt": "2026-11-01T10:00:00Z",
        "shippedAt": "2026-11-02T08:15:00Z",
        "steps": [
          {"kind": "shipment", "at": "2026-11-02T08:15:00Z", "carrier": "DHL",
           "trackingNumber": "00340434161094042557"}
        ],
        "currency": "EUR",
        "lines": [
          {"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "9.99", "discount": "0",
           "tax": "0", "kind": "product", "returnedQuantity": "0"}
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
        "attributes": {},
        "version": 2
      }
      """;

  static final String DELIVERED =
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
        "status": "delivered",
        "paidAt": "2026-11-01T10:00:00Z",
        "shippedAt": "2026-11-04T14:02:00Z",
        "deliveredAt": "2026-11-04T14:02:00Z",
        "steps": [{"kind": "delivery", "at": "2026-11-04T14:02:00Z"}],
        "currency": "EUR",
        "lines": [
          {"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "9.99", "discount": "0",
           "tax": "0", "kind": "product", "returnedQuantity": "0"}
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
        "attributes": {},
        "version": 2
      }
      """;

  static final String PAYMENT =
      """
      {"paidAt": "2026-11-01T10:00:00Z", "method": "card"}
      """;

  static final String SHIPMENT =
      """
      {"shippedAt": "2026-11-02T08:15:00Z", "carrier": "DHL",
       "trackingNumber": "00340434161094042557"}
      """;

  static final String DELIVERY =
      """
      {"deliveredAt": "2026-11-04T14:02:00Z"}
      """;

  public static final String REVERSAL =
      """
      {"reversedAt": "2026-11-06T09:00:00Z", "reason": "booked twice"}
      """;

  static final String RETURN_REVERSED =
      """
      {
        "id": "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a",
        "orderId": "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c",
        "externalId": "R-1001-1",
        "returnedAt": "2026-11-05T09:30:00Z",
        "amount": {"amount": "9.99", "currency": "EUR"},
        "reason": "too large",
        "lines": [{"lineNo": 1, "quantity": "1"}],
        "held": "reversed",
        "reversal": {"reversedAt": "2026-11-06T09:00:00Z", "reason": "booked twice"}
      }
      """;

  static final String HISTORY =
      """
      {
        "items": [
          {
            "kind": "step",
            "at": "2026-11-02T08:15:00Z",
            "recordedAt": "2026-11-02T08:15:01.204511Z",
            "recordedBy": "shop-backend",
            "step": {"kind": "shipment", "at": "2026-11-02T08:15:00Z", "carrier": "DHL"}
          },
          {
            "kind": "document",
            "at": "2026-11-01T10:00:00Z",
            "recordedAt": "2026-11-01T10:00:02.118204Z",
            "recordedBy": "shop-backend",
            "document": {
              "stands": true,
              "status": "paid",
              "placedAt": "2026-11-01T10:00:00Z",
              "country": "DE",
              "total": {"amount": "19.98", "currency": "EUR"},
              "lines": [
                {"lineNo": 1, "sku": "MUG-1", "name": "Mug", "category": "kitchen",
                 "quantity": "2", "unitPrice": "9.99", "discount": "0", "tax": "0",
                 "kind": "product", "returnedQuantity": "0"}
              ]
            }
          }
        ]
      }
      """;

  static final String CANCELLATION =
      """
      {"cancelledAt": "2026-11-01T12:00:00Z", "reason": "out of stock"}
      """;

  static final String RETURN =
      """
      {
        "externalId": "R-1001-1",
        "returnedAt": "2026-11-05T09:30:00Z",
        "amount": "9.99",
        "reason": "too large",
        "lines": [{"lineNo": 1, "quantity": "1"}]
      }
      """;

  static final String RETURN_RECORDED =
      """
      {
        "id": "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a",
        "orderId": "ord_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c",
        "externalId": "R-1001-1",
        "returnedAt": "2026-11-05T09:30:00Z",
        "amount": {"amount": "9.99", "currency": "EUR"},
        "reason": "too large",
        "lines": [{"lineNo": 1, "quantity": "1"}]
      }
      """;

  private OrderExamples() {}
}
