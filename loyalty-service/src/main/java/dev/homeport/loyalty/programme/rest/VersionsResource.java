package dev.homeport.loyalty.programme.rest;

import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.StoredProgramme;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Drafts of programmes, and all versions for reading. */
@Path("/v1/programmes/{programmeId}/versions")
@Tag(name = "Programmes", description = "What gives points, in versions that people approve")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VersionsResource {
  static final String PROGRAMME =
      "The programme, for example `prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  static final String NUMBER = "The number of the version.";

  private final Programmes programmes;
  private final ShownVersions versions;
  private final Documents documents;
  private final Cursors cursors;
  private final Audit audit;

  VersionsResource(
      Programmes programmes,
      ShownVersions versions,
      Documents documents,
      Cursors cursors,
      Audit audit) {
    this.programmes = programmes;
    this.versions = versions;
    this.documents = documents;
    this.cursors = cursors;
    this.audit = audit;
  }

  /** Makes a draft. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createProgrammeVersion",
      summary = "Make a draft",
      description = "The next version of the programme. The answer lists what is wrong with it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewVersion.class),
              examples = @ExampleObject(name = "new", value = NewVersion.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The draft.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public Response create(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Valid NewVersion request) {
    StoredProgramme programme = versions.locked(programmeId);
    documents.requireKey(request.document(), programme.key());
    int number = programmes.addVersion(programme.id(), documents.write(request.document()));
    StoredVersion version = versions.version(programme.id(), number);
    VersionView view = versions.view(version);
    audit.record(
        "programme-version.create", "programme-version", ShownVersions.name(version), null, view);
    return Response.created(
            URI.create("/v1/programmes/%s/versions/%d".formatted(programmeId, number)))
        .tag(ETags.of(version.revision()))
        .entity(view)
        .build();
  }

  /** Lists versions. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listProgrammeVersions",
      summary = "List the versions of a programme",
      description = "Newest first.")
  public Page<VersionView> list(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @BeanParam PageRequest page) {
    UUID id = versions.programme(programmeId).id();
    Paging paging = cursors.open(page);
    Integer before = paging.first() ? null : Integer.valueOf(paging.after().getFirst());
    return paging.page(
        programmes.versions(id, before, paging.fetch()),
        versions::view,
        version -> List.of(version.number()));
  }

  /** Gets a version. */
  @GET
  @Path("/{number}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getProgrammeVersion",
      summary = "Read a version",
      description =
          "Where it stands, what it says, and what is wrong with it. Its document can be sent to"
              + " another tenant as it is.")
  @APIResponse(
      responseCode = "200",
      description = "The version.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public RestResponse<VersionView> get(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number) {
    StoredVersion version = versions.version(Ids.readPath("prg", programmeId), number);
    return ETags.ok(versions.view(version), version.revision());
  }

  /** Replaces a draft. */
  @PUT
  @Path("/{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "changeProgrammeVersion",
      summary = "Replace what a draft says",
      description = "Only a draft can be changed. The answer lists what is wrong with it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewVersion.class),
              examples = @ExampleObject(name = "change", value = NewVersion.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The changed draft.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = VersionView.class)))
  public RestResponse<VersionView> change(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(description = NUMBER, example = "1") @PathParam("number") @Min(1) @Max(1_000_000)
          int number,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Valid NewVersion request) {
    StoredProgramme programme = versions.locked(programmeId);
    StoredVersion before = versions.version(programme.id(), number);
    ETags.requireMatch(ifMatch, before.revision());
    if (!(versions.stage(before) instanceof Stage.Draft)) {
      throw versions.wrongStage(before);
    }
    documents.requireKey(request.document(), programme.key());
    programmes.change(programme.id(), number, documents.write(request.document()));
    StoredVersion after = versions.version(programme.id(), number);
    audit.record(
        "programme-version.change",
        "programme-version",
        ShownVersions.name(after),
        versions.view(before),
        versions.view(after));
    return ETags.ok(versions.view(after), after.revision());
  }
}
