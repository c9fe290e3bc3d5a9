package dev.homeport.analytics.segment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.segment.Documented;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Prints how long it takes to ask everybody; asserts only that nobody is lost. Among a million with
 * {@code -Dsegments.customers=1000000}.
 */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PreviewSpeedTest {
  private static final int CUSTOMERS = Integer.getInteger("segments.customers", 20_000);

  private static final int CHUNK = 50_000;

  @Inject Tenancy tenancy;
  @Inject Database database;
  @Inject Segmenting segmenting;

  @Test
  void everybody_is_asked() {
    UUID tenant = TestTenants.create();
    for (int from = 0; from < CUSTOMERS; from += CHUNK) {
      int first = from + 1;
      int last = Math.min(from + CHUNK, CUSTOMERS);
      tenancy.in(tenant, () -> database.update(FILL, to -> to.tenant().number(first).number(last)));
    }
    segmenting.create(tenant, "good", "rfm.fm >= 4", false);
    segmenting.settled(tenant);

    for (String text :
        List.of(
            "orders.count >= 3",
            "rfm.fm >= 4 && orders.daysSinceLast > 60 && consents[\"email-marketing\"]",
            "country in [\"DE\", \"AT\"] && \"vip\" in tags",
            "orders.countWithin(90) >= 2",
            String.join(" || ", Documented.expressions().values()))) {
      for (int round = 0; round < 3; round++) {
        long begun = System.nanoTime();
        var preview = segmenting.preview(tenant, text, Optional.of("good"));
        System.out.printf(
            "%,d customers asked in %,d ms: %s%n",
            CUSTOMERS,
            (System.nanoTime() - begun) / 1_000_000,
            text.length() > 80 ? text.substring(0, 80) + "..." : text);
        assertThat(preview.population()).isEqualTo(CUSTOMERS);
      }
    }
  }

  private static final String FILL =
      """
      insert into segment_subject (tenant_id, customer_id, orders, gross, returned, net, first_day,
        last_day, order_days, order_nets, markets, channels, categories, category_days, products,
        product_days, country, language, tags, consents, consent_ends, r, f, m, fm, rfm_group)
      select t.id, gen_random_uuid(), 1 + n % 7, 100 + n % 900, n % 50, 100 + n % 900 - n % 50,
        current_date - 400 - n % 100, current_date - n % 400,
        array[current_date - n % 400, current_date - 400 - n % 100], array[50, 50 + n % 900],
        array['DE', 'FR'], array['shop-de'], array['coffee', 'kitchen'],
        array[current_date - n % 400, current_date - 400], array['MUG-1', 'BEAN-' || n % 50],
        array[current_date - n % 400, current_date - 400],
        (array['DE', 'AT', 'FR', null])[1 + n % 4], 'de',
        case when n % 10 = 0 then array['vip', 'press'] else '{}' end,
        case when n % 3 = 0 then '{}' else array['email-marketing'] end,
        case when n % 3 = 0 then '{}' else array[null::timestamptz] end,
        1 + n % 5, 1 + n % 4, 1 + n % 3, 1 + n % 5, 'loyal'
      from (select ?::uuid as id) t, generate_series(?::int, ?::int) n""";
}
