package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.ExportFormat;
import dev.homeport.analytics.segment.Exports;
import dev.homeport.analytics.segment.Exports.Export;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of members. */
@Path("/v1/segment-exports/{id}")
@Tag(name = "Segments")
@RunOnVirtualThread
class SegmentExportResource {
  private final Exports exports;
  private final CurrentTenant tenant;

  SegmentExportResource(Exports exports, CurrentTenant tenant) {
    this.exports = exports;
    this.tenant = tenant;
  }

  @GET
  @Produces({"text/csv", "application/x-ndjson"})
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getSegmentExport",
      summary = "Download a file of members",
      description =
          "In the format that it was asked for, 406 to those who do not accept it; 404 when it has"
              + " expired.")
  @APIResponse(
      responseCode = "200",
      description = "The members.",
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples = @ExampleObject(name = "rows", value = SegmentExamples.FILE)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(implementation = MemberView.class),
            examples = @ExampleObject(name = "line", value = LINE))
      })
  public Response download(
      @Parameter(description = "The file.", example = "sxp_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          @Size(max = 40)
          String id,
      @Context Request request) {
    Export export =
        exports
            .find(Ids.readPath(Export.PREFIX, id))
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    if (request.selectVariant(Variant.mediaTypes(type(export)).build()) == null) {
      throw Problem.of(CommonProblem.NOT_ACCEPTABLE);
    }
    UUID owner = tenant.id();
    StreamingOutput body = out -> tenant.call(owner, () -> write(export, out));
    String name = export.segmentKey() + (export.format() == ExportFormat.CSV ? ".csv" : ".ndjson");
    return Response.ok(body)
        .type(type(export))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static MediaType type(Export export) {
    return MediaType.valueOf(export.format().mediaType());
  }

  /** The body is written after the method has returned, part by part. */
  private boolean write(Export export, OutputStream out) throws IOException {
    int number = 0;
    Optional<String> part = part(export, number);
    while (part.isPresent()) {
      out.write(part.get().getBytes(StandardCharsets.UTF_8));
      number++;
      part = part(export, number);
    }
    return true;
  }

  private Optional<String> part(Export export, int number) {
    return QuarkusTransaction.requiringNew().call(() -> exports.part(export.id(), number));
  }

  private static final String LINE =
      """
      {"customerId": "cus_01928c5e-6f50-7000-8000-000000000002",
       "since": "2026-11-20T16:15:50Z"}""";
}
