package dev.homeport.customer.consent.rest;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.consent.ConsentRecord;
import dev.homeport.customer.consent.store.ConsentTable;
import dev.homeport.customer.consent.store.Consents;
import dev.homeport.customer.consent.store.PurposeTable;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a customer has allowed. */
@Path("/v1/customers/{id}")
@Tag(name = "Consent")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ConsentsResource {
  private static final String CUSTOMER = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f";
  private static final String MOVED =
      "The customer was merged; `Location` names the one that answers for it.";

  private final Consents consents;
  private final ConsentTable records;
  private final PurposeTable purposes;
  private final Profiles profiles;
  private final Cursors cursors;
  private final Audit audit;
  private final Clock clock;

  ConsentsResource(
      Consents consents,
      ConsentTable records,
      PurposeTable purposes,
      Profiles profiles,
      Cursors cursors,
      Audit audit,
      Clock clock) {
    this.consents = consents;
    this.records = records;
    this.purposes = purposes;
    this.profiles = profiles;
    this.cursors = cursors;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Path("consents")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "recordConsent",
      summary = "Record what a customer said about a purpose",
      description =
          "A grant, its confirmation, a denial or a withdrawal, at the time when it was said: records"
              + " may come late and in any order. The same one twice is one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewConsent.class),
              examples = @ExampleObject(name = "grant", value = NewConsent.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "What follows from it now.",
      content =
          @Content(
              schema = @Schema(implementation = DecisionView.class),
              examples = @ExampleObject(name = "granted", value = DecisionView.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "It was known; this is what follows now.",
      content =
          @Content(
              schema = @Schema(implementation = DecisionView.class),
              examples = @ExampleObject(name = "granted", value = DecisionView.EXAMPLE)))
  @APIResponse(responseCode = "308", description = MOVED)
  public Response record(
      @Parameter(description = "The customer.", example = CUSTOMER)
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @Valid NewConsent said) {
    UUID customer = Ids.readPath(Profile.PREFIX, id);
    Profile profile = present(Optional.ofNullable(profiles.lock(List.of(customer)).get(customer)));
    if (profile.erased()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    if (purposes.find(said.purpose()).isEmpty()) {
      throw Problem.of(CustomerProblem.UNKNOWN_PURPOSE).at("/purpose", "has not been declared");
    }
    ConsentRecord record = said.record(clock.instant());
    if (record.at().isAfter(clock.instant())) {
      throw Problem.of(CommonProblem.INVALID_VALUE).at("/at", "lies in the future");
    }
    boolean added = consents.record(profile, record);
    DecisionView view = decision(profile, said.purpose(), null, clock.instant());
    if (!added) {
      return Response.ok(view).build();
    }
    audit.record("consent.record", "customer", id, null, record);
    return Response.created(
            URI.create("/v1/customers/" + id + "/consents/" + said.purpose() + "/decision"))
        .entity(view)
        .build();
  }

  @GET
  @Path("consents")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listConsents",
      summary = "List all that a customer has said",
      description = "The whole history, the latest to be recorded first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of records.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ConsentPage.class),
              examples = @ExampleObject(name = "one", value = ConsentView.PAGE)))
  @APIResponse(responseCode = "308", description = MOVED)
  public Page<ConsentView> list(
      @Parameter(description = "The customer.", example = CUSTOMER)
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @BeanParam PageRequest page) {
    Profile profile = find(id);
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        records.history(profile.id(), before, paging.fetch()),
        ConsentView::of,
        stored -> List.of(stored.id()));
  }

  @GET
  @Path("consent-states")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listConsentStates",
      summary = "List how a customer stands to every purpose",
      description = "At this moment, under the law of the customer's country; by purpose.")
  @APIResponse(
      responseCode = "200",
      description = "A page of decisions.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DecisionPage.class),
              examples = @ExampleObject(name = "one", value = DecisionView.PAGE)))
  @APIResponse(responseCode = "308", description = MOVED)
  public Page<DecisionView> states(
      @Parameter(description = "The customer.", example = CUSTOMER)
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    String after = paging.first() ? "" : paging.after().getFirst();
    return paging.page(
        consents.decisions(find(id), null, clock.instant()).stream()
            .filter(decision -> decision.purpose().compareTo(after) > 0)
            .limit(paging.fetch())
            .toList(),
        DecisionView::of,
        decision -> List.of(decision.purpose()));
  }

  @GET
  @Path("consents/{purpose}/decision")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getConsentDecision",
      summary = "Ask whether a customer's data may be used for a purpose",
      description = "Yes or no, with the record on which it rests.")
  @APIResponse(
      responseCode = "200",
      description = "The decision.",
      content =
          @Content(
              schema = @Schema(implementation = DecisionView.class),
              examples = @ExampleObject(name = "granted", value = DecisionView.EXAMPLE)))
  @APIResponse(responseCode = "308", description = MOVED)
  public DecisionView decide(
      @Parameter(description = "The customer.", example = CUSTOMER)
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @Parameter(description = "The purpose.", example = "email-marketing")
          @PathParam("purpose")
          @Size(max = 64)
          String purpose,
      @Parameter(description = "At which moment; now if absent.", example = "2026-11-02T00:00:00Z")
          @QueryParam("at")
          @Nullable Instant at,
      @Parameter(description = "Under whose law; the customer's country if absent.", example = "DE")
          @QueryParam("country")
          @Size(max = 2)
          @Nullable String country) {
    return decision(find(id), purpose, country, at == null ? clock.instant() : at);
  }

  private DecisionView decision(
      Profile profile, String purpose, @Nullable String country, Instant at) {
    return consents.decisions(profile, country, at).stream()
        .filter(decision -> decision.purpose().equals(purpose))
        .findFirst()
        .map(DecisionView::of)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  private Profile find(String id) {
    return present(profiles.find(Ids.readPath(Profile.PREFIX, id)));
  }

  private static Profile present(Optional<Profile> profile) {
    return profile.orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)).orMoved();
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageConsentView")
  record ConsentPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<ConsentView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageConsentDecisionView")
  record DecisionPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<DecisionView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
