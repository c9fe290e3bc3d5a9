package dev.homeport.order.marketplace.store;

import dev.homeport.order.marketplace.Delivery;
import dev.homeport.order.marketplace.DeliveryStatus;
import dev.homeport.order.marketplace.Verdict;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.secret.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What platforms have sent to the present tenant. Every call lies in a transaction. */
@ApplicationScoped
public class Deliveries {
  private final Database database;
  private final DayKeys keys;
  private final Clock clock;

  Deliveries(Database database, DayKeys keys, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
  }

  /** Which of them; what is null does not restrict. */
  public record Search(
      String channel,
      @Nullable DeliveryStatus status,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * Keeps a body, sealed; in quarantine until it is settled. Empty when the platform's number was
   * there before.
   */
  public Optional<Delivery> add(
      String channel, @Nullable String topic, @Nullable String deliveryId, byte[] body) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String closed =
        Base64.getEncoder().encodeToString(Seal.close(keys.make(day), body, id.toString()));
    int added =
        database.update(
            INSERT,
            to ->
                to.tenant()
                    .uuid(id)
                    .text(channel)
                    .text(topic)
                    .text(deliveryId)
                    .instant(now)
                    .date(day)
                    .number(body.length)
                    .text(closed)
                    .instant(now));
    return added == 0
        ? Optional.empty()
        : Optional.of(
            new Delivery(
                id,
                channel,
                topic,
                deliveryId,
                now,
                day,
                body.length,
                Verdict.quarantined("not-settled", "It was not mapped yet.", ""),
                0,
                now));
  }

  /** Writes down what became of a body. */
  public void settle(Delivery delivery, Verdict verdict) {
    database.update(
        """
        update intake_delivery set status = ?, code = ?, detail = ?, pointer = ?, waits_for = ?,
          attempts = attempts + 1, settled_at = ?
        where tenant_id = ? and id = ?""",
        to ->
            to.text(verdict.status().code())
                .text(verdict.code())
                .text(verdict.detail())
                .text(verdict.pointer())
                .text(verdict.waitsFor())
                .instant(clock.instant())
                .tenant()
                .uuid(delivery.id()));
  }

  /** One of a channel. */
  public Optional<Delivery> find(String channel, UUID id) {
    return database.find(
        SELECT + " where tenant_id = ? and channel = ? and id = ?",
        to -> to.tenant().text(channel).uuid(id),
        Deliveries::read);
  }

  /** The body as it came; empty when its key is gone. */
  public Optional<byte[]> body(Delivery delivery) {
    return keys.find(delivery.keyDay())
        .flatMap(
            key ->
                database
                    .find(
                        "select body from intake_delivery where tenant_id = ? and id = ?",
                        to -> to.tenant().uuid(delivery.id()),
                        row -> row.getBytes(1))
                    .map(closed -> Seal.open(key, closed, delivery.id().toString())));
  }

  /** A page, newest first. */
  public List<Delivery> newest(Search search, @Nullable UUID before, int limit) {
    return list(search, before == null ? "" : " and id < ?", before, " order by id desc", limit);
  }

  /** The next ones, oldest first. */
  public List<Delivery> oldest(Search search, @Nullable UUID after, int limit) {
    return list(search, after == null ? "" : " and id > ?", after, " order by id", limit);
  }

  private List<Delivery> list(
      Search search, String condition, @Nullable UUID edge, String order, int limit) {
    return database.list(
        SELECT + where(search) + condition + order + " limit ?",
        to -> {
          bind(to, search);
          if (edge != null) {
            to.uuid(edge);
          }
          to.number(limit);
        },
        Deliveries::read);
  }

  /** How many there are. */
  public long count(Search search) {
    return database
        .find(
            "select count(*) from intake_delivery" + where(search),
            to -> bind(to, search),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** Those in quarantine that could not be taken without this order, oldest first. */
  public List<Delivery> waitingFor(String channel, String order) {
    return database.list(
        SELECT
            + " where tenant_id = ? and channel = ? and waits_for = ? and status = 'quarantined'"
            + " order by id limit 250",
        to -> to.tenant().text(channel).text(order),
        Deliveries::read);
  }

  private static String where(Search search) {
    var conditions = new ArrayList<>(List.of("tenant_id = ?", "channel = ?"));
    if (search.status() != null) {
      conditions.add("status = ?");
    }
    if (search.from() != null) {
      conditions.add("received_at >= ?");
    }
    if (search.to() != null) {
      conditions.add("received_at < ?");
    }
    return " where " + String.join(" and ", conditions);
  }

  private static void bind(Parameters to, Search search) throws SQLException {
    to.tenant().text(search.channel());
    DeliveryStatus status = search.status();
    if (status != null) {
      to.text(status.code());
    }
    if (search.from() != null) {
      to.instant(search.from());
    }
    if (search.to() != null) {
      to.instant(search.to());
    }
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getString("channel"),
        row.getString("topic"),
        row.getString("delivery_id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getObject("day", LocalDate.class),
        row.getInt("size"),
        new Verdict(
            DeliveryStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
            row.getString("code"),
            row.getString("detail"),
            row.getString("pointer"),
            row.getString("waits_for")),
        row.getInt("attempts"),
        row.getObject("settled_at", OffsetDateTime.class).toInstant());
  }

  private static final String SELECT =
      "select id, channel, topic, delivery_id, received_at, day, size, status, code, detail,"
          + " pointer, waits_for, attempts, settled_at from intake_delivery";

  private static final String INSERT =
      """
      insert into intake_delivery (tenant_id, id, channel, topic, delivery_id, received_at, day,
        size, body, status, attempts, settled_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, decode(?, 'base64'), 'quarantined', 0, ?)
      on conflict (tenant_id, channel, delivery_id) where delivery_id is not null do nothing""";
}
