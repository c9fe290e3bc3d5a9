package dev.homeport.analytics;

import dev.homeport.analytics.database.Database;
import dev.homeport.analytics.fact.store.Tenancy;
import dev.homeport.analytics.rfm.CustomerMeasures;
import dev.homeport.analytics.rfm.Snapshots;
import dev.homeport.analytics.fact.*;
import dev.homeport.platform.testing.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PlansTest {
  @Inject Database db;
  @Inject Facts facts;
  @Inject Tenancy t;
  @Inject CustomerMeasures measures;
  @Inject Snapshots snapshots;

  @Test
  void plans() {
    UUID tenant = TestTenants.create("EUR", "Europe/Berlin");
    var random = new Random(1);
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 20000; i++) ids.add(new UUID(random.nextLong(), random.nextLong()));
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (int b = 0; b < 100; b++) {
        var batch = new ArrayList<Fact>();
        for (int i = 0; i < 500; i++)
          batch.add(new Fact(ids.get(random.nextInt(ids.size())), UUID.randomUUID(), Fact.Kind.order, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(86400 * 100)), "shop-de", "DE", true, Optional.of(new Contribution(new BigDecimal("12.34"), BigDecimal.ZERO)), 1));
        t.in(tenant, () -> facts.record(batch));
      }
      System.out.printf("PLAN 50000 facts in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }
    for (int round = 0; round < 3; round++) {
    long start = System.nanoTime();
    for (int i = 0; i < 200; i++) { UUID id = ids.get(i); t.in(tenant, () -> measures.asOf(id, LocalDate.of(2026, 3, 1))); }
    System.out.printf("PLAN asOf customer %d us%n", (System.nanoTime() - start) / 200_000);
    start = System.nanoTime();
    for (int i = 0; i < 200; i++) { UUID id = ids.get(i); t.in(tenant, () -> measures.now(id)); }
    System.out.printf("PLAN now customer %d us%n", (System.nanoTime() - start) / 200_000);
    start = System.nanoTime();
    t.in(tenant, () -> snapshots.refresh());
    System.out.printf("PLAN refresh %d us%n", (System.nanoTime() - start) / 1000);
    start = System.nanoTime();
    for (int i = 0; i < 20; i++) t.in(tenant, () -> snapshots.now());
    System.out.printf("PLAN snapshot now %d us%n", (System.nanoTime() - start) / 20_000);
    start = System.nanoTime();
    t.in(tenant, () -> snapshots.asOf(LocalDate.of(2026, 3, 1)));
    System.out.printf("PLAN snapshot asOf first %d us%n", (System.nanoTime() - start) / 1000);
    start = System.nanoTime();
    for (int i = 0; i < 20; i++) t.in(tenant, () -> snapshots.asOf(LocalDate.of(2026, 3, 1)));
    System.out.printf("PLAN snapshot asOf again %d us%n", (System.nanoTime() - start) / 20_000);
    }
    explain(tenant, "select max(f.day) filter (where f.counted) - date 'epoch', count(*) filter (where f.counted), sum(f.gross - f.returned) from fact f join identity i using (tenant_id, identity_id) where f.day <= '2026-03-01' and f.gross is not null and i.customer_id = '" + ids.get(0) + "' group by i.customer_id having count(*) filter (where f.counted) > 0");
    explain(tenant, "select max(f.day) filter (where f.counted) - date 'epoch', count(*) filter (where f.counted), sum(f.gross - f.returned) from fact f join identity i using (tenant_id, identity_id) where f.day <= '2026-03-01' and f.gross is not null group by i.customer_id having count(*) filter (where f.counted) > 0");
    explain(tenant, "with derived as ( select i.customer_id, min(f.day) filter (where f.counted) as first_day, max(f.day) filter (where f.counted) as last_day, count(*) filter (where f.counted) as frequency, sum(f.gross - f.returned) as net from identity i join fact f using (tenant_id, identity_id) where i.customer_id = any(array(select customer_id from identity limit 500)) and f.gross is not null group by i.customer_id ), emptied as ( delete from customer_value v where v.customer_id = any(array(select customer_id from identity limit 500)) and not exists (select from derived d where d.customer_id = v.customer_id)) update customer_value v set first_day = d.first_day, last_day = d.last_day, frequency = d.frequency, net = d.net from derived d where v.customer_id = d.customer_id and (v.first_day, v.last_day, v.frequency, v.net) is distinct from (d.first_day, d.last_day, d.frequency, d.net)");
  }

  void explain(UUID tenant, String sql) {
    t.in(tenant, () -> { db.each("explain (analyze, buffers) " + sql, row -> System.out.println("PLAN " + row.getString(1))); return 0; });
  }
}
