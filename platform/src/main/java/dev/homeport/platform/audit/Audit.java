package dev.homeport.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.security.CurrentIdentity;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail of the current tenant. Every administrative or value-moving write records itself
 * in its own transaction, so that neither exists without the other. Entries never change and
 * outlive an erasure: they hold no personal data.
 */
@ApplicationScoped
public class Audit {
  private static final String INSERT =
      """
      insert into audit_entry (tenant_id, id, subject, client, action, resource_type, resource_id,
        before, after, reason, trace_id)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)""";

  private final AgroalDataSource database;
  private final CurrentTenant tenant;
  private final CurrentIdentity identity;
  private final Reason reason;
  private final ObjectMapper json;

  Audit(
      AgroalDataSource database,
      CurrentTenant tenant,
      CurrentIdentity identity,
      Reason reason,
      ObjectMapper json) {
    this.database = database;
    this.tenant = tenant;
    this.identity = identity;
    this.reason = reason;
    this.json = json;
  }

  /**
   * Records a write. Who, why ({@code X-Reason}) and the trace are taken from the request; in
   * listeners and jobs it is {@code system}.
   *
   * @param action what was done, for example {@code channel.update}
   * @param resourceType singular and kebab-case, for example {@code channel}
   * @param resourceId as callers see it, prefix included
   * @param before what it was, as JSON; null for something new
   * @param after what it is now, as JSON; null for something removed
   * @throws IllegalStateException outside a transaction
   */
  public void record(
      String action,
      String resourceType,
      String resourceId,
      @Nullable Object before,
      @Nullable Object after) {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("An audit entry belongs in the transaction of its write");
    }
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(INSERT)) {
      statement.setObject(1, tenant.id());
      statement.setObject(2, Ids.next());
      statement.setString(3, identity.subject());
      statement.setString(4, identity.client());
      statement.setString(5, action);
      statement.setString(6, resourceType);
      statement.setString(7, resourceId);
      statement.setString(8, json(before));
      statement.setString(9, json(after));
      statement.setString(10, reason.given());
      statement.setString(11, traceId());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("An audit entry could not be written", e);
    }
  }

  private @Nullable String json(@Nullable Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  private static @Nullable String traceId() {
    var context = Span.current().getSpanContext();
    return context.isValid() ? context.getTraceId() : null;
  }
}
