package dev.homeport.platform.audit;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** A write that records itself. */
@Path("/audited")
@RunOnVirtualThread
class AuditedResource {
  private final Audit audit;

  AuditedResource(Audit audit) {
    this.audit = audit;
  }

  @POST
  @Path("/{id}")
  @Transactional
  @PermissionsAllowed("admin:write")
  public void write(@PathParam("id") String id) {
    audit.record("channel.update", "channel", id, Map.of("name", "old"), Map.of("name", "new"));
  }
}
