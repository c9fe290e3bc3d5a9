package dev.homeport.order.order.store;

import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.Step;
import dev.homeport.order.order.WaitingFacts;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts that wait for their orders, in PostgreSQL. The door is a lock for each tenant. */
@ApplicationScoped
class WaitingFactTable implements WaitingFacts {
  private final Database database;

  WaitingFactTable(Database database) {
    this.database = database;
  }

  /** A fact as JSON: the one or the other. */
  private record Stored(@Nullable Step step, @Nullable LineReturn back) {
    static Stored of(SourceFact fact) {
      return switch (fact) {
        case SourceFact.Stepped(Step step) -> new Stored(step, null);
        case SourceFact.Returned(LineReturn back) -> new Stored(null, back);
      };
    }

    SourceFact fact() {
      if (step != null) {
        return new SourceFact.Stepped(step);
      }
      if (back != null) {
        return new SourceFact.Returned(back);
      }
      throw new IllegalStateException("A fact without content");
    }
  }

  private record Row(OrderKey order, UUID digest, SourceFact fact) {}

  /** The key of a tenant's door, which is a parameter. */
  static final String DOOR = "hashtextextended('waiting-facts' || ?::uuid, 0)";

  @Override
  public void close() {
    database.list("select pg_advisory_xact_lock(" + DOOR + ")", Parameters::tenant, _ -> true);
  }

  @Override
  public void keep(SortedMap<OrderKey, List<SourceFact>> facts) {
    var rows = new ArrayList<Row>();
    facts.forEach((key, told) -> told.forEach(fact -> rows.add(new Row(key, digest(fact), fact))));
    database.update(
        INSERT,
        to ->
            to.tenant()
                .texts(rows, row -> row.order().channel())
                .texts(rows, row -> row.order().externalId())
                .texts(rows, Row::digest)
                .texts(rows, row -> EventJson.write(Stored.of(row.fact()))));
  }

  /** What makes a fact the same: what its source said, and of a return its number. */
  private static UUID digest(SourceFact fact) {
    String name =
        switch (fact) {
          case SourceFact.Stepped(Step step) ->
              EventJson.write(
                  new Step(
                      step.kind(),
                      step.at(),
                      step.method(),
                      step.carrier(),
                      step.trackingNumber(),
                      step.reason(),
                      NOBODY));
          case SourceFact.Returned(LineReturn back) -> "return " + back.externalId();
        };
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Map<OrderKey, List<SourceFact>> takeOut(Collection<OrderKey> keys) {
    Map<OrderKey, List<SourceFact>> found = new HashMap<>();
    database.each(
        TAKE_OUT,
        to -> to.texts(keys, OrderKey::channel).texts(keys, OrderKey::externalId).tenant(),
        row ->
            found
                .computeIfAbsent(
                    new OrderKey(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
                .add(EventJson.read(row.getString(3), Stored.class).fact()));
    return found;
  }

  private static final Recorded NOBODY = new Recorded(Instant.EPOCH, null);

  private static final String INSERT =
      """
      insert into waiting_fact (tenant_id, channel, order_external_id, digest, fact)
      select ?::uuid, f.* from unnest(?::text[], ?::text[], ?::uuid[], ?::jsonb[])
        f(channel, order_external_id, digest, fact)
      order by channel, order_external_id, digest
      on conflict (tenant_id, channel, order_external_id, digest) do nothing""";

  private static final String TAKE_OUT =
      """
      delete from waiting_fact f
      using unnest(?::text[], ?::text[]) k(channel, external_id)
      where f.tenant_id = ? and f.channel = k.channel and f.order_external_id = k.external_id
      returning f.channel, f.order_external_id, f.fact""";
}
