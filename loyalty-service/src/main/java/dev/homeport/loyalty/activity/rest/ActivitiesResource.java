package dev.homeport.loyalty.activity.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.activity.Activities;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What members do besides ordering. */
@Path("/v1/activities")
@Tag(name = "Activities", description = "What members do besides ordering, and what it earns")
@RunOnVirtualThread
class ActivitiesResource {
  private static final String ACTIVITY =
      "The activity, for example `act_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private final Activities activities;
  private final Audit audit;
  private final Clock clock;

  ActivitiesResource(Activities activities, Audit audit, Clock clock) {
    this.activities = activities;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes an activity. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "recordActivity",
      summary = "Record what a member did",
      description =
          "A review, a birthday, a survey: whatever rules of the programmes are for. It is rated at"
              + " once, by the versions of its moment, and counts in caps and tiers like an order.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewActivity.class),
              examples = @ExampleObject(name = "review", value = NewActivity.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The activity and what it gives.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ActivityView.class)))
  public Response record(@Valid NewActivity request) {
    ActivityView view =
        activities
            .record(Ids.read("cus", request.customerId()), request.type(), happenedAt(request))
            .map(ActivityView::from)
            .orElseThrow(
                () ->
                    Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND)
                        .at("/customerId", "is no customer of whom an identity is known"));
    audit.record("activity.record", "activity", view.id(), null, view);
    return Response.created(URI.create("/v1/activities/" + view.id())).entity(view).build();
  }

  /** Gets an activity. */
  @GET
  @Path("/{activityId}")
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getActivity",
      summary = "Read an activity",
      description = "What a member did, and what it gives in each programme, explained.")
  public ActivityView get(
      @Parameter(description = ACTIVITY) @PathParam("activityId") @Size(max = 40)
          String activityId) {
    return activities
        .find(Ids.readPath("act", activityId))
        .map(ActivityView::from)
        .orElseThrow(() -> Problem.of(LoyaltyProblem.ACTIVITY_NOT_FOUND));
  }

  /** Withdraws an activity. */
  @POST
  @Path("/{activityId}/withdrawal")
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "withdrawActivity",
      summary = "Let an activity no longer count",
      description =
          "As if it had never been: its points are taken back, caps and tiers have room again.")
  @APIResponse(
      responseCode = "200",
      description = "The activity, which gives nothing.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ActivityView.class)))
  public Response withdraw(
      @Parameter(description = ACTIVITY) @PathParam("activityId") @Size(max = 40)
          String activityId) {
    ActivityView view =
        activities
            .withdraw(Ids.readPath("act", activityId))
            .map(ActivityView::from)
            .orElseThrow(() -> Problem.of(LoyaltyProblem.ACTIVITY_NOT_FOUND));
    audit.record("activity.withdraw", "activity", view.id(), null, view);
    return Response.ok(view).build();
  }

  private Instant happenedAt(NewActivity request) {
    Instant now = clock.instant();
    Instant given = request.happenedAt();
    if (given != null && given.isAfter(now)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED)
          .at("/happenedAt", "must not lie in the future");
    }
    return given == null ? now : given;
  }
}
