package dev.homeport.customer.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.candidate.MatchCandidate;
import dev.homeport.customer.candidate.MatchCandidates;
import dev.homeport.customer.candidate.MatchCandidates.Pair;
import dev.homeport.customer.candidate.MatchingSettings;
import dev.homeport.customer.candidate.Presences;
import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Issues codes, and takes them back from those who have them. */
@Path("/v1/customers/{id}")
@Tag(name = "Matching")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ClaimCodesResource {
  private static final String CUSTOMER = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f";
  private static final int DEFAULT_DAYS = 90;

  private final ClaimCodes codes;
  private final Profiles profiles;
  private final MatchCandidates candidates;
  private final MatchingSettings settings;
  private final Presences presences;
  private final Merging merging;
  private final Audit audit;
  private final Clock clock;

  ClaimCodesResource(
      ClaimCodes codes,
      Profiles profiles,
      MatchCandidates candidates,
      MatchingSettings settings,
      Presences presences,
      Merging merging,
      Audit audit,
      Clock clock) {
    this.codes = codes;
    this.profiles = profiles;
    this.candidates = candidates;
    this.settings = settings;
    this.presences = presences;
    this.merging = merging;
    this.audit = audit;
    this.clock = clock;
  }

  /** Asks for a code. */
  @Schema(name = "ClaimCodeRequest")
  record Request(
      @Schema(
              description = "How long the code is good; 90 days if nothing is said.",
              examples = "90")
          @Min(1)
          @Max(730)
          @Nullable Integer validDays) {
    static final String EXAMPLE = "{\"validDays\": 90}";
  }

  /** A code, shown once. */
  @Schema(name = "ClaimCode")
  record CodeView(
      @Schema(examples = "clm_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20") String id,
      @Schema(description = "What goes into the parcel.", examples = "7KQ2-9XMD-4T0B-ZC8W")
          String code,
      Instant expiresAt) {
    static final String EXAMPLE =
        """
        {"id": "clm_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20", "code": "7KQ2-9XMD-4T0B-ZC8W",
         "expiresAt": "2027-02-01T10:00:00Z"}""";
  }

  /** What somebody read in a parcel. */
  @Schema(name = "ClaimCodeRedemption")
  record Redemption(
      @Schema(
              description = "In any case, with or without the hyphens.",
              examples = "7KQ2-9XMD-4T0B-ZC8W")
          @NotNull
          @Size(min = 1, max = 40)
          String code) {
    static final String EXAMPLE = "{\"code\": \"7KQ2-9XMD-4T0B-ZC8W\"}";
  }

  /** What came of it. */
  @Schema(name = "ClaimResult")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      Outcome outcome,
      @Schema(examples = "mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20") @Nullable String mergeId,
      @Schema(examples = "mtc_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20") @Nullable String candidateId) {
    static final String EXAMPLE =
        "{\"outcome\": \"merged\", \"mergeId\": \"mrg_0190a6f2-2b7c-7c1e-9a56-3f1d5b7e9c20\"}";
  }

  /** What came of a code. */
  @Schema(name = "ClaimOutcome")
  enum Outcome {
    /** The buyer is this customer now. */
    MERGED,
    /**
     * A person has to say so: merging by itself is switched off, or something speaks against it.
     */
    CANDIDATE,
    /** The buyer was this customer before. */
    KNOWN
  }

  @POST
  @Path("/claim-codes")
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "issueClaimCode",
      summary = "Issue a code for a customer's parcel",
      description =
          "For buyers whom a marketplace hides: the code is printed into the parcel, and who sends"
              + " it from an account of yours is that buyer. It is shown this once.")
  @APIResponse(
      responseCode = "201",
      description = "The code.",
      content =
          @Content(
              schema = @Schema(implementation = CodeView.class),
              examples = @ExampleObject(name = "code", value = CodeView.EXAMPLE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  public Response issue(
      @Parameter(description = "The customer who gets the parcel.", example = CUSTOMER)
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Request.class),
                      examples = @ExampleObject(name = "code", value = Request.EXAMPLE)))
          @Valid
          Request request) {
    Profile profile = held(id);
    int days = request.validDays() == null ? DEFAULT_DAYS : request.validDays();
    var issued = codes.issue(profile.id(), Duration.ofDays(days));
    String code = Ids.show("clm", issued.id());
    audit.record("claim-code.issue", "customer", id, null, Map.of("claimCodeId", code));
    return Response.status(Response.Status.CREATED)
        .entity(new CodeView(code, issued.code(), issued.expiresAt()))
        .build();
  }

  @POST
  @Path("/claim-code-redemptions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "redeemClaimCode",
      summary = "Redeem a code that a customer found in a parcel",
      description =
          "The buyer of the parcel is this customer: merged at once where the tenant merges what is"
              + " certain by itself, else a candidate for a person. A code counts once.")
  @APIResponse(
      responseCode = "200",
      description = "What came of it.",
      content =
          @Content(
              schema = @Schema(implementation = Result.class),
              examples = @ExampleObject(name = "merged", value = Result.EXAMPLE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  @APIResponse(
      responseCode = "409",
      description = "The code was redeemed before: `claim-code-redeemed`.")
  @APIResponse(
      responseCode = "422",
      description =
          "There is no such code (`unknown-claim-code`), it is too old (`claim-code-expired`), or one"
              + " of the two was erased (`customer-erased`).")
  public Response redeem(
      @Parameter(description = "The customer who has the code.", example = CUSTOMER)
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Redemption.class),
                      examples = @ExampleObject(name = "code", value = Redemption.EXAMPLE)))
          @Valid
          Redemption redemption) {
    UUID customer = Ids.readPath(Profile.PREFIX, id);
    // Before anything of the two is read: whose place a buyer's customer has must not change.
    merging.alone();
    presences.requireInPlace(customer);
    ClaimCodes.Known code =
        codes
            .lock(redemption.code())
            .orElseThrow(() -> Problem.of(CustomerProblem.UNKNOWN_CLAIM_CODE));
    if (code.redeemed()) {
      throw Problem.of(CustomerProblem.CLAIM_CODE_REDEEMED);
    }
    if (!code.expiresAt().isAfter(clock.instant())) {
      throw Problem.of(CustomerProblem.CLAIM_CODE_EXPIRED);
    }
    codes.redeem(code.id(), customer);
    audit.record(
        "claim-code.redeem",
        "customer",
        id,
        null,
        Map.of("claimCodeId", Ids.show("clm", code.id())));
    return Response.ok(result(customer, presences.placeOf(code.customer()))).build();
  }

  private Result result(UUID customer, UUID buyer) {
    if (customer.equals(buyer)) {
      return new Result(Outcome.KNOWN, null, null);
    }
    Pair pair = Pair.of(customer, buyer);
    boolean merges =
        settings.get().rules().automatic()
            && !presences.concurrent(customer, buyer)
            && candidates.refused(List.of(pair)).isEmpty();
    if (merges) {
      Merge merge = merging.merge(customer, buyer, Map.of(), Merge.Cause.CLAIM_CODE);
      return new Result(Outcome.MERGED, Ids.show(Merge.PREFIX, merge.id()), null);
    }
    if (profiles.hold(List.of(customer, buyer)).values().stream().anyMatch(Profile::erased)) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    MatchCandidate candidate = candidates.recordClaim(pair);
    return new Result(Outcome.CANDIDATE, null, Ids.show(MatchCandidate.PREFIX, candidate.id()));
  }

  private Profile held(String id) {
    UUID customer = Ids.readPath(Profile.PREFIX, id);
    Profile profile = profiles.hold(List.of(customer)).get(customer);
    if (profile == null) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    if (profile.orMoved().erased()) {
      throw Problem.of(CustomerProblem.CUSTOMER_ERASED);
    }
    return profile;
  }
}
