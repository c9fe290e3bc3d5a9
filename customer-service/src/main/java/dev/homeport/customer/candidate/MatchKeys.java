package dev.homeport.customer.candidate;

import dev.homeport.customer.matching.Matcher;
import dev.homeport.customer.matching.Presence;
import dev.homeport.customer.matching.Traits;
import dev.homeport.customer.matching.Traits.Key;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values by which customers find each other: beside the other search values. */
@ApplicationScoped
class MatchKeys {
  private static final Map<String, Traits.Kind> KINDS =
      Arrays.stream(Traits.Kind.values())
          .collect(Collectors.toMap(Traits.Kind::code, Function.identity()));

  private final Database database;

  MatchKeys(Database database) {
    this.database = database;
  }

  private record Row(UUID customer, Key key) {}

  /** Replaces the values of customers who are held. */
  void write(Collection<UUID> customers, Collection<Traits> traits) {
    database.update(
        "delete from search_value where customer_id = any(?::uuid[]) and kind like 'match-%'",
        to -> to.texts(customers));
    List<Row> rows =
        traits.stream()
            .flatMap(each -> each.keys().stream().map(key -> new Row(each.customer(), key)))
            .toList();
    database.update(
        INSERT,
        to ->
            to.tenant()
                .texts(rows, row -> row.key().kind().code())
                .texts(rows, row -> row.key().value())
                .texts(rows, Row::customer));
  }

  /** The customers who have each value, one more than are looked at at most. */
  Map<Key, List<UUID>> blocks(Set<Key> keys) {
    var blocks = new HashMap<Key, List<UUID>>();
    database.each(
        BLOCKS,
        to ->
            to.texts(keys, key -> key.kind().code())
                .texts(keys, Key::value)
                .number(Matcher.LARGEST_BLOCK + 1),
        row ->
            blocks
                .computeIfAbsent(
                    new Key(Objects.requireNonNull(KINDS.get(row.getString(1))), row.getString(2)),
                    _ -> new ArrayList<>())
                .add(row.getObject(3, UUID.class)));
    return blocks;
  }

  /** When the buyers that customers are were active, by customer. */
  Map<UUID, List<Presence>> presences(Collection<UUID> customers) {
    var presences = new HashMap<UUID, List<Presence>>();
    database.each(
        PRESENCES,
        to -> to.texts(customers),
        row ->
            presences
                .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                .add(
                    new Presence(
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant())));
    return presences;
  }

  private static final String INSERT =
      """
      insert into search_value (tenant_id, kind, value, customer_id)
      select t.id, v.kind, v.value, v.customer_id
      from (select ?::uuid as id) t, unnest(?::text[], ?::text[], ?::uuid[])
        as v(kind, value, customer_id)
      order by v.kind, v.value collate "C", v.customer_id""";

  private static final String BLOCKS =
      """
      select k.kind, k.value, b.customer_id
      from unnest(?::text[], ?::text[]) as k(kind, value),
        lateral (
          select s.customer_id from search_value s
          where s.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
            and s.kind = k.kind and s.value = k.value collate "C"
          limit ?) b""";

  /** The sightings of an identity are those that its home customer has kept. */
  private static final String PRESENCES =
      """
      select i.customer_id, i.channel, i.first_seen_at,
        greatest(
          i.first_seen_at,
          case when not c.name_stated then c.name_at end,
          case when not c.country_stated then c.country_at end,
          (select max(p.seen_at) from contact_point p
            where p.customer_id = c.id and p.source = 'ORDER'))
      from identity i join customer c on c.id = i.id
      where i.customer_id = any(?::uuid[]) and i.channel <> 'homeport'""";
}
