package dev.homeport.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.secret.DayKeys;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers already given, kept for 48 hours, a row for each key, written with the effect. */
@ApplicationScoped
public class IdempotencyKeys {
  private static final ObjectMapper HEADERS = new ObjectMapper();
  private static final TypeReference<Map<String, String>> HEADERS_TYPE = new TypeReference<>() {};

  private static final String OWNER = "stored answer";

  private final AgroalDataSource database;
  private final AgroalDataSource worker;
  private final CurrentTenant tenant;
  private final DayKeys dayKeys;

  IdempotencyKeys(
      AgroalDataSource database,
      @DataSource("worker") AgroalDataSource worker,
      CurrentTenant tenant,
      DayKeys dayKeys) {
    this.database = database;
    this.worker = worker;
    this.tenant = tenant;
    this.dayKeys = dayKeys;
  }

  /**
   * Takes the keys for the present transaction, in two round trips for any number of requests.
   *
   * @param requests at most one for each scope and key
   * @return a claim for each, in the order given
   */
  public List<Claim> claim(List<KeyedRequest> requests) {
    var claims = new Claim[requests.size()];
    try (Connection connection = database.getConnection()) {
      lock(connection, requests, claims);
      find(connection, requests, claims);
    } catch (SQLException e) {
      throw new IllegalStateException("Idempotency keys could not be claimed", e);
    }
    return Arrays.asList(claims);
  }

  /** Stores the answers to fresh requests; both lists in the same order. */
  public void store(List<KeyedRequest> requests, List<StoredAnswer> answers) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into idempotency_key
                  (tenant_id, scope, key, fingerprint, status, headers, body)
                select ?::uuid, a.* from unnest(?::text[], ?::text[], ?::bytea[], ?::integer[],
                  ?::jsonb[], ?::text[]) a
                on conflict (tenant_id, scope, key) do update set
                  fingerprint = excluded.fingerprint, status = excluded.status,
                  headers = excluded.headers, body = excluded.body""")) {
      statement.setObject(1, tenant.id());
      setRequests(connection, statement, 2, requests);
      statement.setArray(
          5,
          connection.createArrayOf(
              "integer", answers.stream().map(StoredAnswer::status).toArray()));
      statement.setArray(
          6, connection.createArrayOf("jsonb", answers.stream().map(a -> json(a)).toArray()));
      statement.setArray(
          7,
          connection.createArrayOf("text", answers.stream().map(a -> closed(a.body())).toArray()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Answers could not be stored", e);
    }
  }

  /** Locks by content of scope and key until the transaction ends; a lost race is in flight. */
  private void lock(Connection connection, List<KeyedRequest> requests, Claim[] claims)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select r.i, pg_try_advisory_xact_lock(
              hashtextextended(concat_ws(chr(31), ?, r.scope, r.key), 0))
            from unnest(?::text[], ?::text[]) with ordinality r(scope, key, i)""")) {
      statement.setString(1, tenant.id().toString());
      setKeys(connection, statement, 2, requests);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          claims[rows.getInt(1) - 1] =
              rows.getBoolean(2) ? new Claim.Fresh() : new Claim.InFlight();
        }
      }
    }
  }

  private void find(Connection connection, List<KeyedRequest> requests, Claim[] claims)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select r.i, k.fingerprint, k.status, k.headers, k.body
            from unnest(?::text[], ?::text[]) with ordinality r(scope, key, i)
            join idempotency_key k on k.scope = r.scope and k.key = r.key
            where k.tenant_id = ?""")) {
      setKeys(connection, statement, 1, requests);
      statement.setObject(3, tenant.id());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int i = rows.getInt(1) - 1;
          boolean same = Arrays.equals(rows.getBytes(2), requests.get(i).fingerprint());
          if (!same) {
            claims[i] = new Claim.Reused();
          } else {
            Optional<StoredAnswer> answer = answer(rows);
            if (answer.isPresent()) {
              claims[i] = new Claim.Answered(answer.get());
            }
          }
        }
      }
    }
  }

  /** Empty when the key of its day is gone, long after the answer's own time. */
  private Optional<StoredAnswer> answer(ResultSet row) throws SQLException {
    String body = row.getString(5);
    Optional<String> opened = body == null ? Optional.empty() : dayKeys.openText(body, OWNER);
    if (body != null && opened.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new StoredAnswer(
              row.getInt(3),
              HEADERS.readValue(row.getString(4), HEADERS_TYPE),
              opened.orElse(null)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored headers are not JSON", e);
    }
  }

  /** An answer may show a person, so it lies under the key of the day. */
  private @Nullable String closed(@Nullable String body) {
    return body == null ? null : dayKeys.closeText(body, OWNER);
  }

  private static String json(StoredAnswer answer) {
    try {
      return HEADERS.writeValueAsString(answer.headers());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Headers have no JSON", e);
    }
  }

  private static void setKeys(
      Connection connection, PreparedStatement statement, int at, List<KeyedRequest> requests)
      throws SQLException {
    statement.setArray(
        at, connection.createArrayOf("text", requests.stream().map(KeyedRequest::scope).toArray()));
    statement.setArray(
        at + 1,
        connection.createArrayOf("text", requests.stream().map(KeyedRequest::key).toArray()));
  }

  private static void setRequests(
      Connection connection, PreparedStatement statement, int at, List<KeyedRequest> requests)
      throws SQLException {
    setKeys(connection, statement, at, requests);
    statement.setArray(
        at + 2,
        connection.createArrayOf(
            "bytea", requests.stream().map(KeyedRequest::fingerprint).toArray(byte[][]::new)));
  }

  @Scheduled(every = "1h", delayed = "5m")
  void forgetOld() throws SQLException {
    try (Connection connection = worker.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "delete from idempotency_key where created_at < now() - interval '48 hours'");
    }
  }
}
