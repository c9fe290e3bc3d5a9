package dev.homeport.gateway.docs;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.WithoutTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page and its files. Everything comes from this origin, and the policy lets nothing else in or
 * out: a key that is typed here goes to this gateway alone.
 */
@Path("/docs")
@PermitAll
@WithoutTenant
@RunOnVirtualThread
class DocsResource {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Assets assets;

  DocsResource(Assets assets) {
    this.assets = assets;
  }

  @GET
  @Operation(hidden = true)
  public RestResponse<byte[]> page(
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encoding) {
    return file("index.html", encoding);
  }

  @GET
  @Path("{file}")
  @Operation(hidden = true)
  public RestResponse<byte[]> file(
      @PathParam("file") String file,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String encoding) {
    return assets
        .find(file)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND))
        .answer(encoding)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .build();
  }
}
