package dev.homeport.customer.privacy;

import dev.homeport.customer.privacy.PrivacyRequest.Answer;
import dev.homeport.customer.privacy.PrivacyRequest.Kind;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests of the present tenant's customers and what services answered. */
@ApplicationScoped
class PrivacyRequests {
  private static final String SELECT = "select * from privacy_request where tenant_id = ?";

  private final Database database;

  PrivacyRequests(Database database) {
    this.database = database;
  }

  void add(PrivacyRequest request) {
    database.update(
        """
        insert into privacy_request (tenant_id, id, kind, customer_id, identities, received_at,
          due_at, law, created_at)
        values (?, ?, ?, ?, ?::uuid[], ?, ?, ?, ?)""",
        to ->
            to.tenant()
                .uuid(request.id())
                .text(request.kind().name().toLowerCase(Locale.ROOT))
                .uuid(request.customer())
                .texts(request.identities())
                .instant(request.receivedAt())
                .instant(request.dueAt())
                .text(request.law())
                .instant(request.createdAt()));
  }

  Optional<PrivacyRequest> find(UUID id) {
    return database.find(SELECT + " and id = ?", to -> to.tenant().uuid(id), PrivacyRequests::read);
  }

  Optional<PrivacyRequest> lock(UUID id) {
    return database.find(
        SELECT + " and id = ? for update", to -> to.tenant().uuid(id), PrivacyRequests::read);
  }

  Optional<PrivacyRequest> erasureOf(UUID customer) {
    return database.find(
        SELECT + " and customer_id = ? and kind = 'erasure'",
        to -> to.tenant().uuid(customer),
        PrivacyRequests::read);
  }

  /** Newest first. */
  List<PrivacyRequest> list(@Nullable UUID before, int limit) {
    return database.list(
        SELECT + " and (?::uuid is null or id < ?) order by id desc limit ?",
        to -> to.tenant().uuid(before).uuid(before).number(limit),
        PrivacyRequests::read);
  }

  /** Keeps an answer; the first one of a service stands. */
  void answer(
      UUID request,
      String service,
      int part,
      int parts,
      Instant at,
      @Nullable Instant unreadableAt,
      byte @Nullable [] sealed) {
    database.update(
        """
        insert into privacy_answer (tenant_id, request_id, service, part, parts, answered_at,
          unreadable_at, sealed)
        values (?, ?, ?, ?, ?, ?, ?, decode(?, 'base64')) on conflict do nothing""",
        to ->
            to.tenant()
                .uuid(request)
                .text(service)
                .number(part)
                .number(parts)
                .instant(at)
                .instant(unreadableAt)
                .text(sealed == null ? null : Base64.getEncoder().encodeToString(sealed)));
  }

  /** What services have answered in full. */
  List<Answer> answers(UUID request) {
    return database.list(
        """
        select service, max(answered_at), max(unreadable_at) from privacy_answer
        where tenant_id = ? and request_id = ?
        group by service having count(*) = max(parts) order by service""",
        to -> to.tenant().uuid(request),
        row -> {
          Instant unreadable = instant(row, 3);
          return new Answer(row.getString(1), required(row, 2), unreadable);
        });
  }

  /** The parts of an archive as they lie under the customer's key. */
  List<byte[]> parts(UUID request) {
    return database.list(
        """
        select sealed from privacy_answer
        where tenant_id = ? and request_id = ? and sealed is not null order by service, part""",
        to -> to.tenant().uuid(request),
        row -> row.getBytes(1));
  }

  void complete(UUID request, Instant at, @Nullable String certificate) {
    database.update(
        "update privacy_request set completed_at = ?, certificate = ? where tenant_id = ? and id = ?",
        to -> to.instant(at).text(certificate).tenant().uuid(request));
  }

  /** An archive is a copy too. */
  void forgetArchives(Collection<UUID> customers) {
    database.update(
        """
        delete from privacy_answer a using privacy_request r
        where a.tenant_id = ? and r.tenant_id = a.tenant_id and r.id = a.request_id
          and r.customer_id = any(?::uuid[]) and r.kind = 'access'""",
        to -> to.tenant().texts(customers));
  }

  private static PrivacyRequest read(ResultSet row) throws SQLException {
    return new PrivacyRequest(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("customer_id", UUID.class),
        Arrays.asList((UUID[]) row.getArray("identities").getArray()),
        required(row, row.findColumn("received_at")),
        required(row, row.findColumn("due_at")),
        row.getString("law"),
        required(row, row.findColumn("created_at")),
        instant(row, row.findColumn("completed_at")),
        row.getString("certificate"));
  }

  private static Instant required(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
