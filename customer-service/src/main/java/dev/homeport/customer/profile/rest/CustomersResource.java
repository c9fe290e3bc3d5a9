package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.attribute.Attributes;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.customer.profile.Registration;
import dev.homeport.customer.profile.StatedProfile;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.http.MergePatch;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Customers, one at a time. */
@Path("/v1/customers")
@Tag(name = "Customers", description = "People, and what is known of them.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomersResource {
  private final Registration registration;
  private final Attributes attributes;
  private final Profiles profiles;
  private final MergePatch mergePatch;
  private final Audit audit;
  private final Clock clock;

  CustomersResource(
      Registration registration,
      Attributes attributes,
      Profiles profiles,
      MergePatch mergePatch,
      Audit audit,
      Clock clock) {
    this.registration = registration;
    this.attributes = attributes;
    this.profiles = profiles;
    this.mergePatch = mergePatch;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "createCustomer",
      summary = "Make a customer",
      description = "For people who have not bought yet: buyers become customers by themselves.")
  @APIResponse(
      responseCode = "201",
      description = "The customer.",
      content =
          @Content(
              schema = @Schema(implementation = CustomerView.class),
              examples = @ExampleObject(name = "customer", value = CustomerExamples.CUSTOMER)))
  public Response create(
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = CustomerDocument.class),
                      examples = @ExampleObject(name = "new", value = CustomerExamples.NEW)))
          @Valid
          CustomerDocument document) {
    StatedProfile stated = StatedDocument.read(document, attributes.declared(), today());
    Profile profile = registration.register(stated);
    CustomerView view = CustomerView.of(profile);
    audit.record("customer.create", "customer", view.id(), null, CustomerAudit.of(stated));
    return Response.created(URI.create("/v1/customers/" + view.id()))
        .tag(ETags.of(profile.version()))
        .entity(view)
        .build();
  }

  @GET
  @Path("/{id}")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getCustomer",
      summary = "Read a customer",
      description = "One that was merged into another answers with a redirection there.")
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  @APIResponse(
      responseCode = "200",
      description = "The customer.",
      content =
          @Content(
              schema = @Schema(implementation = CustomerView.class),
              examples = @ExampleObject(name = "customer", value = CustomerExamples.CUSTOMER)))
  public RestResponse<CustomerView> get(
      @Parameter(example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id) {
    Profile profile = present(profiles.find(Ids.readPath(Profile.PREFIX, id)));
    return ETags.ok(CustomerView.of(profile), profile.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "changeCustomer",
      summary = "Change a customer",
      description =
          "A JSON Merge Patch (RFC 7396): only what is named changes, null removes, a list replaces"
              + " the whole list. What is said here stands over what orders show.")
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  @APIResponse(
      responseCode = "200",
      description = "The changed customer.",
      content =
          @Content(
              schema = @Schema(implementation = CustomerView.class),
              examples = @ExampleObject(name = "customer", value = CustomerExamples.CUSTOMER)))
  public Response change(
      @Parameter(example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.MEDIA_TYPE,
                      schema = @Schema(implementation = CustomerDocument.class),
                      examples = @ExampleObject(name = "patch", value = CustomerExamples.PATCH)))
          JsonNode patch) {
    Profile profile = locked(Ids.readPath(Profile.PREFIX, id));
    ETags.requireMatch(ifMatch, profile.version());
    if (profile.erased()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    StatedProfile before = profile.stated();
    CustomerDocument named = CustomerView.of(profile).document().withoutLists();
    StatedProfile said =
        StatedDocument.read(mergePatch.apply(named, patch), attributes.declared(), today());
    Set<Field> fields = CustomerDocument.fieldsOf(patch);
    StatedProfile after = before.taking(fields, said);
    if (profile.state(said, fields, clock)) {
      profiles.publish(List.of(profile));
      audit.record(
          "customer.change",
          "customer",
          id,
          CustomerAudit.of(before),
          CustomerAudit.of(after, before));
    }
    return Response.ok(CustomerView.of(profile)).tag(ETags.of(profile.version())).build();
  }

  private Profile locked(UUID id) {
    Map<UUID, Profile> found = profiles.lock(List.of(id));
    return present(Optional.ofNullable(found.get(id)));
  }

  private static Profile present(Optional<Profile> profile) {
    return profile.orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)).orMoved();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
