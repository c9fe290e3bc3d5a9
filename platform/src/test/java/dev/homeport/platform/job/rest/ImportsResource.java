package dev.homeport.platform.job.rest;

import dev.homeport.platform.http.StreamedBody;
import dev.homeport.platform.job.Jobs;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An import as services offer it. */
@Path("/imports")
@RunOnVirtualThread
class ImportsResource {
  private final Jobs jobs;

  ImportsResource(Jobs jobs) {
    this.jobs = jobs;
  }

  @POST
  @StreamedBody
  @Consumes("application/x-ndjson")
  @PermissionsAllowed("orders:write")
  public Response submit(
      @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding, InputStream body) {
    return jobs.accepted(jobs.submit("test-lines", null, body, encoding));
  }
}
