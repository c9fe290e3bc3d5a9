package dev.homeport.local.cli;

/** What a newcomer sees when the suite is up: where it is, a key, and calls to try. */
final class Welcome {

  private Welcome() {}

  /** With a first order to send. */
  static void print(Access access) {
    printAddresses(access);
    System.out.println(
        """
        curl -sS "$HOMEPORT/v1/orders" -H "Authorization: Bearer $KEY" \\
          -H "Content-Type: application/json" -H "Idempotency-Key: my-first-order" \\
          -d '{"channel": "shop-de", "externalId": "1001", "currency": "EUR",
            "placedAt": "2026-11-01T10:00:00Z", "buyer": {"externalId": "anna-7",
              "email": "anna@example.com", "name": "Anna Schmidt", "country": "DE"},
            "lines": [{"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "12.50"}]}'; echo

        GET="curl -sf --retry 20 --retry-delay 1 --retry-all-errors"  # until it has arrived
        CUSTOMER=$($GET "$HOMEPORT/v1/identities/shop-de/anna-7" \\
          -H "Authorization: Bearer $KEY" |
          tee /dev/stderr | grep -o 'cus_[0-9a-f-]*' | head -n 1); echo

        $GET "$HOMEPORT/v1/customers/$CUSTOMER/rfm" -H "Authorization: Bearer $KEY"; echo
        $GET "$HOMEPORT/v1/members/$CUSTOMER" -H "Authorization: Bearer $KEY"; echo
        """);
  }

  /** With somebody of the demo to look at. */
  static void print(Access access, Demo.Calls calls) {
    printAddresses(access);
    System.out.printf(
        """
        get() { curl -sS "$HOMEPORT$1" -H "Authorization: Bearer $KEY"; echo; }

        # how recently, how often and for how much a customer buys, and the scores
        get /v1/customers/%1$s/rfm
        # the points they hold
        get /v1/members/%1$s
        # why their last order earned what it did
        get /v1/orders/%2$s/rating
        # all customers on one page, for a browser
        get /v1/reports/customer-base > customers.html

        """,
        calls.customer(), calls.order());
  }

  private static void printAddresses(Access access) {
    var demo = access.find(Tenants.DEMO).orElseThrow();
    System.out.printf(
        """

        Gateway   %1$s
        API       %1$s/docs
        Health    %1$s/q/health/suite
        API key   %2$s
                  of the tenant demo; more in deploy/local/.data/access.json

        Calls to try, one after the other:

        export HOMEPORT=%1$s
        export KEY=%2$s

        """,
        access.gateway(), demo.apiKey());
  }
}
