package dev.homeport.local.cli;

/** What a newcomer sees when the suite is up: where it is, a key, and three calls to try. */
final class Welcome {

  private Welcome() {}

  static void print(Access access) {
    var demo = access.find(Tenants.DEMO).orElseThrow();
    System.out.printf(
        """

        Gateway   %1$s
        API key   %2$s
                  of the tenant demo; more in deploy/local/.data/access.json

        Three calls to try, one after the other:

        export HOMEPORT=%1$s
        export KEY=%2$s

        curl -sS "$HOMEPORT/v1/orders" -H "Authorization: Bearer $KEY" \\
          -H "Content-Type: application/json" -H "Idempotency-Key: my-first-order" -d '{
            "channel": "shop-de", "externalId": "1001", "placedAt": "2026-11-01T10:00:00Z", "currency": "EUR",
            "buyer": {"externalId": "anna-7", "email": "anna@example.com", "name": "Anna Schmidt", "country": "DE"},
            "lines": [{"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "12.50"}]}'

        GET="curl -sf --retry 20 --retry-delay 1 --retry-all-errors"   # until the order has arrived
        CUSTOMER=$($GET "$HOMEPORT/v1/identities/shop-de/anna-7" -H "Authorization: Bearer $KEY" |
          tee /dev/stderr | grep -o 'cus_[0-9a-f-]*' | head -n 1)

        $GET "$HOMEPORT/v1/customers/$CUSTOMER/rfm" -H "Authorization: Bearer $KEY"; echo
        $GET "$HOMEPORT/v1/members/$CUSTOMER" -H "Authorization: Bearer $KEY"; echo

        """,
        access.gateway(), demo.apiKey());
  }
}
