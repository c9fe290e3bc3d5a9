package dev.homeport.platform.idempotency;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.agroal.api.AgroalDataSource;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** A resource whose effect can be counted: each call adds one row to the inbox. */
@Path("/counters")
@RunOnVirtualThread
class CountersResource {
  private final AgroalDataSource database;
  private final CurrentTenant tenant;

  CountersResource(AgroalDataSource database, CurrentTenant tenant) {
    this.database = database;
    this.tenant = tenant;
  }

  @POST
  @Idempotent(required = true)
  @PermissionsAllowed("orders:write")
  public Response count(Map<String, String> body) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement("insert into inbox values (?, 'counter', ?)")) {
      UUID id = UUID.randomUUID();
      statement.setObject(1, tenant.id());
      statement.setObject(2, id);
      statement.executeUpdate();
      return switch (body.getOrDefault("then", "ok")) {
        case "refuse" -> throw Problem.of(CommonProblem.CONFLICT, "refused");
        case "fail" -> throw new IllegalStateException("broken");
        default -> Response.created(URI.create("/counters/" + id)).entity(Map.of("id", id)).build();
      };
    }
  }
}
