package dev.homeport.customer.candidate;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The queue of customers to be looked at, across tenants and replicas. */
@ApplicationScoped
class QueuedCustomers {
  private final AgroalDataSource worker;

  QueuedCustomers(@DataSource("worker") AgroalDataSource worker) {
    this.worker = worker;
  }

  /**
   * A customer to be looked at.
   *
   * @param asked rises when something of it changes meanwhile
   */
  record Queued(UUID tenant, UUID customer, long asked) {}

  /** Takes some for a minute; what is not done by then is anybody's again. */
  List<Queued> claim(int limit) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, limit);
      var queued = new ArrayList<Queued>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          queued.add(
              new Queued(
                  rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getLong(3)));
        }
      }
      return queued;
    } catch (SQLException e) {
      throw new IllegalStateException("Customers could not be taken from the queue", e);
    }
  }

  /** Takes away those of which nothing has changed since they were claimed. */
  void done(List<Queued> queued) {
    try (var connection = worker.getConnection();
        var statement = connection.prepareStatement(DONE)) {
      statement.setArray(
          1, connection.createArrayOf("uuid", queued.stream().map(Queued::tenant).toArray()));
      statement.setArray(
          2, connection.createArrayOf("uuid", queued.stream().map(Queued::customer).toArray()));
      statement.setArray(
          3, connection.createArrayOf("int8", queued.stream().map(Queued::asked).toArray()));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Customers could not be taken out of the queue", e);
    }
  }

  private static final String CLAIM =
      """
      update match_queue q set claimed_until = clock_timestamp() + interval '1 minute'
      from (
        select tenant_id, customer_id from match_queue
        where claimed_until <= clock_timestamp() order by queued_at limit ?
        for update skip locked) c
      where q.tenant_id = c.tenant_id and q.customer_id = c.customer_id
      returning q.tenant_id, q.customer_id, q.asked""";

  private static final String DONE =
      """
      delete from match_queue q
      using unnest(?::uuid[], ?::uuid[], ?::bigint[]) as d(tenant_id, customer_id, asked)
      where q.tenant_id = d.tenant_id and q.customer_id = d.customer_id and q.asked = d.asked""";
}
