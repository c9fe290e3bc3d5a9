package dev.homeport.gateway.webhook.store;

import dev.homeport.gateway.webhook.Delivery;
import dev.homeport.gateway.webhook.Delivery.Attempt;
import dev.homeport.gateway.webhook.DeliveryStatus;
import dev.homeport.gateway.webhook.Fault;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.secret.DayKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of the current tenant's deliveries. */
@ApplicationScoped
public class DeliveryLog {
  static final String COLUMNS =
      """
      id, endpoint_id, event_id, event_type, status, attempts, due_at, last_status, last_fault,
      created_at, finished_at, seq""";

  private static final String ANSWER = "webhook answer ";

  private final Database database;
  private final Deliveries deliveries;
  private final DayKeys keys;

  DeliveryLog(Database database, Deliveries deliveries, DayKeys keys) {
    this.database = database;
    this.deliveries = deliveries;
    this.keys = keys;
  }

  /**
   * Which deliveries; open where null.
   *
   * @param from the first moment at which they were recorded
   * @param to the moment before which they were
   */
  public record Filter(
      @Nullable DeliveryStatus status,
      @Nullable String eventType,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /** The place of a delivery in the log. */
  public record Place(Instant createdAt, long seq) {}

  /** Newest first, after that place. */
  public List<Delivery> list(UUID endpoint, Filter filter, @Nullable Place after, int limit) {
    String status = filter.status() == null ? null : filter.status().code();
    return database.list(
        "select " + COLUMNS + LIST,
        to ->
            to.tenant()
                .uuid(endpoint)
                .text(status)
                .text(status)
                .text(filter.eventType())
                .text(filter.eventType())
                .instant(filter.from())
                .instant(filter.from())
                .instant(filter.to())
                .instant(filter.to())
                .instant(after == null ? null : after.createdAt())
                .instant(after == null ? null : after.createdAt())
                .number(after == null ? 0 : after.seq())
                .number(limit),
        DeliveryLog::read);
  }

  /**
   * Deliveries that are finished.
   *
   * @param from the first moment at which they were recorded
   * @param to the moment before which they were
   * @param onlyFailed those that were delivered are left out
   */
  public record Period(Instant from, Instant to, boolean onlyFailed) {}

  /** A delivery and its place among all. */
  public record Numbered(UUID id, long seq) {}

  /** How many are finished. */
  public long count(UUID endpoint, Period period) {
    return database
        .find(
            "select count(*) " + FINISHED,
            to ->
                to.tenant()
                    .uuid(endpoint)
                    .instant(period.from())
                    .instant(period.to())
                    .flag(period.onlyFailed())
                    .number(0),
            row -> row.getLong(1))
        .orElse(0L);
  }

  /** Those that are finished, in the order in which they were taken. */
  public List<Numbered> finished(UUID endpoint, Period period, long after, int limit) {
    return database.list(
        "select id, seq " + FINISHED + " order by seq limit ?",
        to ->
            to.tenant()
                .uuid(endpoint)
                .instant(period.from())
                .instant(period.to())
                .flag(period.onlyFailed())
                .number(after)
                .number(limit),
        row -> new Numbered(row.getObject(1, UUID.class), row.getLong(2)));
  }

  /** One with its body and its attempts. */
  public Optional<Delivery.Detailed> find(UUID endpoint, UUID id) {
    return deliveries
        .find(endpoint, id)
        .map(found -> new Delivery.Detailed(found, body(found), attempts(id)));
  }

  /** Records an attempt. */
  public void attempted(UUID delivery, Attempt attempt) {
    String answer =
        attempt.answer() == null || attempt.answer().isEmpty()
            ? null
            : keys.closeText(attempt.answer(), ANSWER + delivery);
    Integer status = attempt.status();
    Fault fault = attempt.fault();
    database.update(
        """
        insert into webhook_attempt
          (tenant_id, delivery_id, number, at, duration_millis, status, fault, answer)
        values (?, ?, ?, ?, ?, ?, ?, ?)""",
        to ->
            to.tenant()
                .uuid(delivery)
                .number(attempt.number())
                .instant(attempt.at())
                .number(attempt.durationMillis())
                .number(status == null ? null : Long.valueOf(status))
                .text(fault == null ? null : fault.code())
                .text(answer));
  }

  private @Nullable String body(Delivery delivery) {
    return database
        .find(
            "select body from webhook_delivery where tenant_id = ? and id = ?",
            to -> to.tenant().uuid(delivery.id()),
            row -> row.getString(1))
        .flatMap(closed -> deliveries.open(closed, delivery.eventId()))
        .orElse(null);
  }

  private List<Attempt> attempts(UUID delivery) {
    return database.list(
        """
        select * from webhook_attempt where tenant_id = ? and delivery_id = ?
        order by number desc limit 100""",
        to -> to.tenant().uuid(delivery),
        row -> attempt(delivery, row));
  }

  private Attempt attempt(UUID delivery, ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    return new Attempt(
        row.getInt("number"),
        EndpointTable.instant(row, "at"),
        row.getLong("duration_millis"),
        row.getObject("status", Integer.class),
        fault(row, "fault"),
        answer == null ? null : keys.openText(answer, ANSWER + delivery).orElse(null));
  }

  static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getObject("endpoint_id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        DeliveryStatus.of(row.getString("status")),
        row.getInt("attempts"),
        EndpointTable.instantOrNull(row, "due_at"),
        row.getObject("last_status", Integer.class),
        fault(row, "last_fault"),
        EndpointTable.instant(row, "created_at"),
        EndpointTable.instantOrNull(row, "finished_at"),
        row.getLong("seq"));
  }

  private static @Nullable Fault fault(ResultSet row, String column) throws SQLException {
    String code = row.getString(column);
    return code == null ? null : Fault.of(code);
  }

  private static final String FINISHED =
      """
      from webhook_delivery
      where tenant_id = ? and endpoint_id = ? and created_at >= ? and created_at < ?
        and (status = 'failed' or (status = 'delivered' and not ?)) and seq > ?""";

  private static final String LIST =
      """
       from webhook_delivery
      where tenant_id = ? and endpoint_id = ?
        and (?::text is null or status = ?)
        and (?::text is null or event_type = ?)
        and (?::timestamptz is null or created_at >= ?)
        and (?::timestamptz is null or created_at < ?)
        and (?::timestamptz is null or (created_at, seq) < (?, ?))
      order by created_at desc, seq desc limit ?""";
}
