package dev.homeport.order.returns.rest;

import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading free returns. */
@Path("/v1/returns")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermissionsAllowed("orders:read")
class ReturnsResource {
  private final FreeReturns returns;

  ReturnsResource(FreeReturns returns) {
    this.returns = returns;
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(
      operationId = "getReturn",
      summary = "A free return",
      description = "Goods that a buyer sent back without a known order or line.")
  @APIResponse(
      responseCode = "200",
      description = "The return.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FreeReturnView.class),
              examples = @ExampleObject(name = "example", value = ReturnExamples.RETURN)))
  public FreeReturnView get(
      @Parameter(description = "The return.", example = "ret_019ab3de-7a10-7b55-8c21-6f0e4d3c2b1a")
          @PathParam("id")
          @Size(max = 40)
          String id) {
    return returns
        .find(Ids.readPath("ret", id))
        .map(FreeReturnView::from)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }
}
