package dev.homeport.analytics.fact.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.analytics.fact.Attribution;
import dev.homeport.analytics.fact.Basket;
import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Facts;
import dev.homeport.analytics.fact.Line;
import dev.homeport.analytics.fact.Origin;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class FactLinesTest {
  private static final Attribution CAMPAIGN =
      new Attribution(
          Optional.of("google"),
          Optional.of("cpc"),
          Optional.of("autumn, \"late\""),
          Optional.empty(),
          Optional.of("SAVE5"),
          Optional.empty(),
          Optional.of("paid"));

  @Inject Facts facts;
  @Inject Tenancy tenancy;
  @Inject Database database;

  @Test
  void lines_are_kept_as_they_are_whatever_characters_they_hold() {
    UUID tenant = TestTenants.create();
    Fact plain = fact(1, line("MUG-1", "Mug", "kitchen", "2"));
    Fact odd =
        fact(
            1,
            line("a,b\"c\\d{}", "null", null, "0.125"),
            line(" NULL ", null, "ключ 'x'", "3"),
            line("", "", "", "1"));

    tenancy.in(tenant, () -> facts.record(List.of(plain, odd)));

    assertThat(lines(tenant, plain)).containsExactly("MUG-1|Mug|kitchen|2|1|9.990001");
    assertThat(lines(tenant, odd))
        .containsExactly(
            "a,b\"c\\d{}|null|-|0.125|1|9.990001",
            " NULL |-|ключ 'x'|3|1|9.990001",
            "|||1|1|9.990001");
    assertThat(attribution(tenant, odd))
        .isEqualTo("[google, cpc, autumn, \"late\", null, SAVE5, null, paid]");
  }

  @Test
  void a_later_revision_brings_lines_of_its_own() {
    UUID tenant = TestTenants.create();
    Fact first = fact(1, line("MUG-1", "Mug", "kitchen", "2"), line("MUG-2", null, null, "1"));
    Fact second =
        new Fact(
            first.identityId(),
            first.sourceId(),
            first.kind(),
            first.at(),
            new Origin("shop-de", "DE", "AT", Attribution.NONE),
            new Basket("CHF", List.of(line("MUG-3", null, null, "5"))),
            first.counted(),
            first.contribution(),
            2);

    tenancy.in(tenant, () -> facts.record(List.of(second)));
    tenancy.in(tenant, () -> facts.record(List.of(first)));

    assertThat(lines(tenant, first)).containsExactly("MUG-3|-|-|5|1|9.990001");
    assertThat(attribution(tenant, first)).isEqualTo("[null, null, null, null, null, null, null]");
  }

  private static Fact fact(long revision, Line... lines) {
    return new Fact(
        UUID.randomUUID(),
        UUID.randomUUID(),
        Fact.Kind.order,
        Instant.parse("2026-03-01T10:00:00Z"),
        new Origin("shop-de", "DE", "AT", CAMPAIGN),
        new Basket("EUR", List.of(lines)),
        true,
        Optional.of(new Contribution(BigDecimal.TEN, BigDecimal.ZERO)),
        revision);
  }

  private static Line line(String sku, String name, String category, String quantity) {
    return new Line(
        sku,
        Optional.ofNullable(name),
        Optional.ofNullable(category),
        new BigDecimal(quantity),
        BigDecimal.ONE,
        new BigDecimal("9.990001"));
  }

  private List<String> lines(UUID tenant, Fact fact) {
    return tenancy.in(
        tenant,
        () ->
            database.list(
                """
                select concat_ws('|', l.sku, coalesce(l.name, '-'), coalesce(l.category, '-'),
                  l.quantity, l.returned, l.price)
                from fact f, unnest(f.skus, f.names, f.categories, f.quantities,
                  f.returned_quantities, f.unit_prices)
                  with ordinality as l (sku, name, category, quantity, returned, price, position)
                where source_id = ? order by l.position""",
                to -> to.uuid(fact.sourceId()),
                row -> row.getString(1)));
  }

  private String attribution(UUID tenant, Fact fact) {
    return tenancy.in(
        tenant,
        () ->
            database
                .list(
                    """
                    select array[attribution_source, attribution_medium, attribution_campaign,
                      partner_id, coupon, referral_code, cost_class]
                    from fact where source_id = ?""",
                    to -> to.uuid(fact.sourceId()),
                    row -> Arrays.toString((String[]) row.getArray(1).getArray()))
                .getFirst());
  }
}
