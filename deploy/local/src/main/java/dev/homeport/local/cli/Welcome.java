package dev.homeport.local.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a newcomer sees when the suite is up: where it is, a key, and three calls to try. */
final class Welcome {

  private static final Duration AGO = Duration.ofDays(1);

  private Welcome() {}

  static void print(Access access) {
    var demo = access.find(Tenants.DEMO).orElseThrow();
    System.out.printf(
        """

        Gateway   %1$s
        Pages     %1$s/docs describes every call and can make it
        API key   %2$s
                  of the tenant demo; more in deploy/local/.data/access.json

        Three calls to try, one after the other:

        export HOMEPORT=%1$s
        export KEY=%2$s

        curl -sS "$HOMEPORT/v1/orders" -H "Authorization: Bearer $KEY" \\
          -H "Content-Type: application/json" -H "Idempotency-Key: my-first-order" -d '{
            "channel": "shop-de", "externalId": "1001", "placedAt": "%3$s", "currency": "EUR",
            "buyer": {"externalId": "anna-7", "email": "anna@example.com", "name": "Anna Schmidt", "country": "DE"},
            "lines": [{"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "12.50"}]}'

        CUSTOMER=$(curl -sS "$HOMEPORT/v1/identities/shop-de/anna-7" -H "Authorization: Bearer $KEY" |
          tee /dev/stderr | grep -o 'cus_[0-9a-f-]*' | head -n 1)

        curl -sS "$HOMEPORT/v1/customers/$CUSTOMER/rfm" -H "Authorization: Bearer $KEY"; echo
        curl -sS "$HOMEPORT/v1/members/$CUSTOMER" -H "Authorization: Bearer $KEY"; echo

        """,
        access.gateway(), demo.apiKey(), Instant.now().minus(AGO).truncatedTo(ChronoUnit.SECONDS));
  }
}
