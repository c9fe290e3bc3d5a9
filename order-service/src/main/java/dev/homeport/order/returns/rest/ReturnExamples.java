package dev.homeport.order.returns.rest;

/** Examples of free returns, as the API's description shows them. */
public final class ReturnExamples {
  public static final String RETURN =
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

  public static final String REVERSED =
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
        "reversal": {"reversedAt": "2026-11-06T09:00:00Z", "reason": "booked twice"},
        "conversion": "done",
        "reporting": {
          "rate": "1",
          "rateDate": "2026-11-05",
          "amount": {"amount": "27.5", "currency": "EUR"}
        }
      }
      """;

  private ReturnExamples() {}
}
