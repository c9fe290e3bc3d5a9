package dev.homeport.order.support;

/** Bodies of requests. */
public final class Bodies {
  private Bodies() {}

  /** One mug for 5 in the currency. */
  public static String order(String number, String currency) {
    return """
    {"channel": "shop-de", "externalId": "%s", "placedAt": "2026-11-01T10:00:00Z",\
     "currency": "%s", "buyer": {"externalId": "b-1", "email": "Ana@Example.com",\
     "name": "Ana", "country": "DE"},\
     "lines": [{"lineNo": 1, "sku": "MUG", "quantity": "2", "unitPrice": "2.50"}]}"""
        .formatted(number, currency);
  }

  public static String order(String number) {
    return order(number, "EUR");
  }

  /** The same order with another quantity, described later. */
  public static String revision(String number, String quantity, String revisedAt) {
    return order(number)
        .replace("\"quantity\": \"2\"", "\"quantity\": \"" + quantity + "\"")
        .replace("\"currency\"", "\"revisedAt\": \"" + revisedAt + "\", \"currency\"");
  }

  /** A free return of 27.50. */
  public static String freeReturn(String number, String currency) {
    return """
    {"channel": "shop-de", "externalId": "%s", "returnedAt": "2026-11-01T11:00:00Z",\
     "currency": "%s", "buyer": {"externalId": "b-1", "country": "DE"},\
     "lines": [{"lineNo": 1, "sku": "LAMP", "quantity": "1", "unitPrice": "27.50"}]}"""
        .formatted(number, currency);
  }

  /** Some of line 1 came back. */
  public static String lineReturn(String number, String quantity, String amount) {
    return """
    {"externalId": "%s", "returnedAt": "2026-11-01T12:00:00Z", "amount": "%s",\
     "lines": [{"lineNo": 1, "quantity": "%s"}]}"""
        .formatted(number, amount, quantity);
  }
}
