package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Forecasts;
import dev.homeport.analytics.segment.Forecasts.Forecast;
import dev.homeport.analytics.segment.Moment;
import dev.homeport.platform.database.Database;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Derives what segments see of customers from what is known of them. */
@ApplicationScoped
class Subjects {
  /** The planner cannot tell how many are meant, and joins few of them well. */
  private static final int AT_ONCE = 250;

  private final Database database;
  private final ScoreTraits scores;
  private final PointTraits points;
  private final List<Forecasts> forecasts;

  Subjects(
      Database database, ScoreTraits scores, PointTraits points, @All List<Forecasts> forecasts) {
    this.database = database;
    this.scores = scores;
    this.points = points;
    this.forecasts = forecasts;
  }

  /** Derives some customers again; who is nobody any more loses the row. */
  void derive(Collection<UUID> customers, Moment moment) {
    List<UUID> all = List.copyOf(customers);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      deriveFew(all.subList(from, Math.min(from + AT_ONCE, all.size())), moment);
    }
  }

  private void deriveFew(List<UUID> customers, Moment moment) {
    database.update(FORGET, to -> to.tenant().texts(customers));
    database.update(LEAVE, to -> to.tenant().texts(customers));
    database.update(DERIVE, to -> to.tenant().texts(customers).texts(customers));
    scores.write(customers);
    points.write(customers);
    forecast(customers, moment);
  }

  /** What is expected of customers becomes another with every day. */
  void forecast(Collection<UUID> customers, Moment moment) {
    if (forecasts.isEmpty()) {
      return;
    }
    Map<UUID, Forecast> expected = new HashMap<>();
    forecasts.forEach(source -> expected.putAll(source.of(customers, moment)));
    database.update(
        FORECAST,
        to ->
            to.texts(customers)
                .texts(customers, customer -> text(expected.get(customer), 0))
                .texts(customers, customer -> text(expected.get(customer), 1))
                .texts(customers, customer -> text(expected.get(customer), 2))
                .tenant());
  }

  private static @Nullable Double text(@Nullable Forecast forecast, int which) {
    if (forecast == null) {
      return null;
    }
    return switch (which) {
      case 0 -> forecast.alive();
      case 1 -> forecast.expectedOrders90();
      default -> forecast.clv();
    };
  }

  /** Who was erased is on no list any more. */
  private static final String FORGET =
      """
      delete from segment_listing l where l.tenant_id = ? and l.customer_id = any(?::uuid[])
        and exists (select from customer_profile p where p.tenant_id = l.tenant_id
          and p.customer_id = l.customer_id and p.status = 'erased')""";

  private static final String LEAVE =
      """
      delete from segment_subject s where s.tenant_id = ? and s.customer_id = any(?::uuid[])
        and (exists (select from customer_profile p where p.tenant_id = s.tenant_id
            and p.customer_id = s.customer_id and p.status <> 'active')
          or not exists (select from customer_profile p where p.tenant_id = s.tenant_id
            and p.customer_id = s.customer_id)
          and not exists (select from identity i join fact f using (tenant_id, identity_id)
            where i.tenant_id = s.tenant_id and i.customer_id = s.customer_id
              and f.gross is not null))""";

  /** Of orders the newest thousand, of products and categories the thousand bought last. */
  private static final String DERIVE =
      """
      with t as (select ?::uuid as id),
      own as materialized (
        select i.customer_id, f.at, f.day, f.channel, f.market, f.counted, f.gross, f.returned,
          f.skus, f.categories, f.quantities, f.returned_quantities
        from t join identity i on i.tenant_id = t.id join fact f using (tenant_id, identity_id)
        where i.customer_id = any(?::uuid[]) and f.gross is not null
      ), sums as (
        select customer_id,
          count(*) filter (where counted) as orders,
          sum(gross)::float8 as gross, sum(returned)::float8 as returned,
          sum(gross - returned)::float8 as net,
          min(day) filter (where counted) as first_day,
          max(day) filter (where counted) as last_day,
          (array_agg(day order by at desc) filter (where counted))[:1000] as order_days,
          (array_agg((gross - returned)::float8 order by at desc)
            filter (where counted))[:1000] as order_nets,
          array_agg(distinct market) filter (where counted) as markets,
          array_agg(distinct channel) filter (where counted) as channels
        from own group by customer_id
      ), lines as (
        select o.customer_id, l.sku, l.category, max(o.day) as day
        from own o, unnest(o.skus, o.categories, o.quantities, o.returned_quantities)
          as l(sku, category, quantity, returned)
        where o.counted and l.quantity > l.returned
        group by o.customer_id, l.sku, l.category
      ), categories as (
        select customer_id, (array_agg(category order by day desc, category))[:1000] as names,
          (array_agg(day order by day desc, category))[:1000] as days
        from (select customer_id, category, max(day) as day from lines
            where category is not null group by customer_id, category) c
        group by customer_id
      ), products as (
        select customer_id, (array_agg(sku order by day desc, sku))[:1000] as names,
          (array_agg(day order by day desc, sku))[:1000] as days
        from (select customer_id, sku, max(day) as day from lines
            where sku is not null group by customer_id, sku) p
        group by customer_id
      )
      insert into segment_subject (tenant_id, customer_id, orders, gross, returned, net, first_day,
        last_day, order_days, order_nets, markets, channels, categories, category_days, products,
        product_days, country, language, tags, consents, consent_ends)
      select t.id, w.customer_id, coalesce(s.orders, 0), coalesce(s.gross, 0),
        coalesce(s.returned, 0), coalesce(s.net, 0), s.first_day, s.last_day,
        coalesce(s.order_days, '{}'), coalesce(s.order_nets, '{}'), coalesce(s.markets, '{}'),
        coalesce(s.channels, '{}'), coalesce(g.names, '{}'), coalesce(g.days, '{}'),
        coalesce(d.names, '{}'), coalesce(d.days, '{}'), p.country, p.language,
        coalesce(p.tags, '{}'), coalesce(c.purposes, '{}'), coalesce(c.ends, '{}')
      from t cross join (select distinct unnest(?::uuid[]) as customer_id) w
        left join sums s on s.customer_id = w.customer_id
        left join categories g on g.customer_id = w.customer_id
        left join products d on d.customer_id = w.customer_id
        left join customer_profile p on p.tenant_id = t.id and p.customer_id = w.customer_id
        left join customer_consent c on c.tenant_id = t.id and c.customer_id = w.customer_id
      where coalesce(p.status, 'active') = 'active'
        and (s.customer_id is not null or p.customer_id is not null)
      on conflict (tenant_id, customer_id) do update set
        orders = excluded.orders, gross = excluded.gross, returned = excluded.returned,
        net = excluded.net, first_day = excluded.first_day, last_day = excluded.last_day,
        order_days = excluded.order_days, order_nets = excluded.order_nets,
        markets = excluded.markets, channels = excluded.channels,
        categories = excluded.categories, category_days = excluded.category_days,
        products = excluded.products, product_days = excluded.product_days,
        country = excluded.country, language = excluded.language, tags = excluded.tags,
        consents = excluded.consents, consent_ends = excluded.consent_ends""";

  private static final String FORECAST =
      """
      update segment_subject s set alive = n.alive, expected = n.expected, clv = n.clv
      from unnest(?::uuid[], ?::float8[], ?::float8[], ?::float8[])
        as n(customer_id, alive, expected, clv)
      where s.tenant_id = ? and s.customer_id = n.customer_id
        and (s.alive, s.expected, s.clv) is distinct from (n.alive, n.expected, n.clv)""";
}
