package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.ReferenceData;
import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.analytics.fact.store.Tenancy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The purchases of a tenth of CDNOW's customers, as facts. */
final class Cdnow {
  private static final int BATCH = 1_000;

  private Cdnow() {}

  /** Takes them for a tenant whose zone is UTC. */
  static void take(UUID tenant, Facts facts, Tenancy tenancy) {
    List<Fact> all = new ArrayList<>();
    int number = 0;
    for (String line : ReferenceData.lines("cdnow/CDNOW_sample.txt.gz")) {
      String[] fields = line.strip().split(" +");
      LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
      Instant at = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
      all.add(order(customer(fields[1]), number++, at, new BigDecimal(fields[4])));
    }
    take(tenant, facts, tenancy, all);
  }

  /** Takes facts for a tenant, some at a time. */
  static void take(UUID tenant, Facts facts, Tenancy tenancy, List<Fact> all) {
    for (int from = 0; from < all.size(); from += BATCH) {
      List<Fact> batch = all.subList(from, Math.min(all.size(), from + BATCH));
      tenancy.in(tenant, () -> facts.record(batch));
    }
  }

  /** Who bought under a number of the sample. */
  static UUID customer(String sampleId) {
    return uuid("customer " + sampleId);
  }

  /** An order in the reporting currency, of a line of goods. */
  static Fact order(UUID customer, int number, Instant at, BigDecimal total) {
    return new Fact(
        customer,
        uuid("order " + customer + number),
        Fact.Kind.order,
        at,
        new Origin("shop", "US", "US", Attribution.NONE),
        new Basket("USD", List.of()),
        true,
        Optional.of(new Contribution(total, BigDecimal.ZERO)),
        1);
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
