package dev.homeport.customer.identity;

import dev.homeport.customer.contract.IdentityMapped;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.customer.personal.PersonalKeys;
import dev.homeport.customer.personal.PersonalKeys.NewKey;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.time.Revision;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The identities as a set: many of them in one statement. */
@ApplicationScoped
public class Identities {
  private final AgroalDataSource database;
  private final CurrentTenant tenant;
  private final PersonalKeys keys;
  private final Clock clock;

  Identities(AgroalDataSource database, CurrentTenant tenant, PersonalKeys keys, Clock clock) {
    this.keys = keys;
    this.database = database;
    this.tenant = tenant;
    this.clock = clock;
  }

  /**
   * What an identity is mapped to.
   *
   * @param firstSeenAt the earliest sighting so far
   * @param erased the person asked to be forgotten
   */
  public record Mapping(
      UUID customerId, int epoch, long revision, Instant firstSeenAt, boolean erased) {}

  /**
   * The mappings of those identities that exist. They stay as they are until the transaction ends:
   * who has them may lock their customers, by id, and write to them.
   */
  public Map<UUID, Mapping> share(Collection<UUID> ids) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(SHARE)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var mappings = new HashMap<UUID, Mapping>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          mappings.put(
              rows.getObject(1, UUID.class),
              new Mapping(
                  rows.getObject(2, UUID.class),
                  rows.getInt(3),
                  rows.getLong(4),
                  rows.getObject(5, OffsetDateTime.class).toInstant(),
                  rows.getBoolean(6)));
        }
      }
      return mappings;
    } catch (SQLException e) {
      throw new IllegalStateException("Identities could not be read", e);
    }
  }

  /** The identities of a customer; nobody else points them elsewhere until the transaction ends. */
  public List<UUID> lockOf(UUID customer) {
    return ids(LOCK_OF, (_, statement) -> statement.setObject(1, customer));
  }

  /** The same for those with these ids. */
  public List<UUID> lock(Collection<UUID> ids) {
    return ids(
        LOCK,
        (connection, statement) ->
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray())));
  }

  /** Sets the parameters of a statement. */
  @FunctionalInterface
  private interface Binding {
    void bind(Connection connection, PreparedStatement statement) throws SQLException;
  }

  private List<UUID> ids(String sql, Binding binding) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      binding.bind(connection, statement);
      var ids = new ArrayList<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("Identities could not be locked", e);
    }
  }

  /**
   * Points identities that are locked to a customer; returns their new states.
   *
   * @param first nobody has been told of them yet, so this is their first customer
   */
  public List<IdentityMapped> point(Collection<UUID> ids, UUID customer, boolean first) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(POINT)) {
      statement.setObject(1, customer);
      statement.setInt(2, first ? 0 : 1);
      statement.setLong(3, Revision.next(Revision.NONE, clock));
      statement.setArray(4, connection.createArrayOf("uuid", ids.toArray()));
      var mapped = new ArrayList<IdentityMapped>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          mapped.add(
              new IdentityMapped(
                  rows.getObject(1, UUID.class), customer, rows.getInt(2), rows.getLong(3)));
        }
      }
      return mapped;
    } catch (SQLException e) {
      throw new IllegalStateException("Identities could not be pointed elsewhere", e);
    }
  }

  /** Makes the identities that do not exist yet, each with its home customer; returns their ids. */
  public Set<UUID> create(Collection<Buyer> buyers) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(CREATE)) {
      bind(connection, statement, buyers);
      statement.setObject(3, tenant.id());
      statement.setLong(4, Revision.next(Revision.NONE, clock));
      statement.setObject(5, clock.instant().atOffset(ZoneOffset.UTC));
      bindSealed(connection, statement, buyers);
      var created = new HashSet<UUID>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          created.add(rows.getObject(1, UUID.class));
        }
      }
      return created;
    } catch (SQLException e) {
      throw new IllegalStateException("Identities could not be created", e);
    }
  }

  /** Corrects the first sighting of identities of which an earlier order has come. */
  public void seenEarlier(Collection<Buyer> buyers) {
    if (buyers.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(SEEN_EARLIER)) {
      bind(connection, statement, buyers);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Identities could not be corrected", e);
    }
  }

  private static void bind(
      Connection connection, PreparedStatement statement, Collection<Buyer> buyers)
      throws SQLException {
    var ids = buyers.stream().map(Buyer::id).toArray();
    var seen = buyers.stream().map(buyer -> buyer.seenAt().atOffset(ZoneOffset.UTC)).toArray();
    statement.setArray(1, connection.createArrayOf("uuid", ids));
    statement.setArray(2, connection.createArrayOf("timestamptz", seen));
  }

  private void bindSealed(
      Connection connection, PreparedStatement statement, Collection<Buyer> buyers)
      throws SQLException {
    var channels = buyers.stream().map(Buyer::channel).toArray();
    var made = buyers.stream().map(buyer -> keys.make(buyer.id())).toList();
    var wrapped = made.stream().map(NewKey::wrapped).toArray(byte[][]::new);
    var names = new ArrayList<byte[]>(made.size());
    for (Buyer buyer : buyers) {
      names.add(made.get(names.size()).key().close(buyer.externalId()));
    }
    statement.setArray(6, connection.createArrayOf("text", channels));
    statement.setArray(7, connection.createArrayOf("bytea", wrapped));
    statement.setArray(8, connection.createArrayOf("bytea", names.toArray(byte[][]::new)));
  }

  /** What channels call these buyers; nothing of those who were erased. */
  public Map<UUID, String> externalIds(Collection<Identity> identities) {
    var opened = new HashMap<UUID, String>();
    var found = keys.find(identities.stream().map(identity -> identity.id).toList());
    for (Identity identity : identities) {
      PersonalKey key = found.get(identity.id);
      if (key != null && identity.sealedExternalId != null) {
        opened.put(identity.id, key.open(identity.sealedExternalId));
      }
    }
    return opened;
  }

  private static final String SHARE =
      """
      select id, customer_id, epoch, revision, first_seen_at, erased_at is not null from identity
      where id = any(?) order by id for share""";

  private static final String LOCK_OF =
      "select id from identity where customer_id = ? order by id for update";

  private static final String LOCK =
      "select id from identity where id = any(?) order by id for update";

  private static final String POINT =
      """
      update identity set customer_id = ?, epoch = epoch + ?, revision = greatest(revision + 1, ?)
      where id = any(?) returning id, epoch, revision""";

  /**
   * Home and identity always come into being together, so whoever makes the one makes the other.
   */
  private static final String CREATE =
      """
      with buyer as materialized (
        select b.*, s.* from (select ?::uuid[] as ids, ?::timestamptz[] as seen) a,
          (values (?::uuid, ?::bigint, ?::timestamptz)) as s(tenant_id, revision, now),
          (select ?::text[] as channels, ?::bytea[] as keys, ?::bytea[] as names) c,
          unnest(a.ids, c.channels, c.names, a.seen, c.keys)
            as b(id, channel, external_id, seen_at, wrapped)
        order by b.id),
      home as (
        insert into customer (tenant_id, id, revision, home_channel, created_at, updated_at)
        select tenant_id, id, revision, channel, now, now from buyer order by id
        on conflict do nothing returning id),
      locked as (
        insert into personal_key (tenant_id, customer_id, wrapped)
        select tenant_id, id, wrapped from buyer join home using (id))
      insert into identity
        (tenant_id, id, channel, sealed_external_id, customer_id, epoch, revision, first_seen_at)
      select tenant_id, id, channel, external_id, id, 1, revision, seen_at
      from buyer join home using (id)
      returning id""";

  private static final String SEEN_EARLIER =
      """
      update identity i set first_seen_at = b.seen_at
      from unnest(?::uuid[], ?::timestamptz[]) as b(id, seen_at)
      where i.id = b.id and b.seen_at < i.first_seen_at""";
}
