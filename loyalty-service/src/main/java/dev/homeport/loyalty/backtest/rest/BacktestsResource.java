package dev.homeport.loyalty.backtest.rest;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.backtest.Backtest;
import dev.homeport.loyalty.backtest.Backtests;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.Programmes;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.job.JobView;
import dev.homeport.platform.job.Jobs;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
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

/** Trying a programme on everything that has happened. */
@Path("/v1/programmes/{programmeId}/backtests")
@Tag(name = "Programmes", description = "What gives points, in versions that people approve")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BacktestsResource {
  private static final String PROGRAMME =
      "The programme, for example `prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.";

  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(BacktestCsv.TYPE))
          .build();

  private final Backtests backtests;
  private final Programmes programmes;
  private final Jobs jobs;
  private final Cursors cursors;
  private final Audit audit;

  BacktestsResource(
      Backtests backtests, Programmes programmes, Jobs jobs, Cursors cursors, Audit audit) {
    this.backtests = backtests;
    this.programmes = programmes;
    this.jobs = jobs;
    this.cursors = cursors;
    this.audit = audit;
  }

  /** Begins a backtest. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("loyalty:write")
  @Operation(
      operationId = "createBacktest",
      summary = "Try a programme on everything that has happened",
      description =
          "A job that rates the real orders, returns and activities by a version, drafts too, with"
              + " the real spends: points issued, taken back, used, expired and outstanding, their"
              + " cost, months, tiers, markets, and who would have more or less than today. A draft"
              + " with faults is refused with all of them. Nothing is written but the answer; the"
              + " job's result names it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewBacktest.class),
              examples = @ExampleObject(name = "draft", value = NewBacktest.EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "The job has been accepted.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "running", value = JobView.EXAMPLE)))
  public Response create(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Valid NewBacktest request) {
    requirePeriod(request);
    var begun =
        backtests.begin(
            Ids.readPath("prg", programmeId),
            request.version(),
            request.from(),
            request.to(),
            !Boolean.FALSE.equals(request.compare()));
    return switch (begun) {
      case Backtests.Begun.Accepted(Backtest backtest) -> accepted(backtest);
      case Backtests.Begun.Faulty(List<Fault> faults) -> throw faulty(faults);
      case Backtests.Begun.NoProgramme() -> throw Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND);
      case Backtests.Begun.NoVersion() ->
          throw Problem.of(LoyaltyProblem.PROGRAMME_VERSION_NOT_FOUND);
      case Backtests.Begun.NeverRan() ->
          throw Problem.of(LoyaltyProblem.PROGRAMME_NEVER_RAN).at("/version", "must be there");
    };
  }

  /** Lists backtests. */
  @GET
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "listBacktests",
      summary = "List the backtests of a programme",
      description = "Newest first, without their results.")
  public Page<BacktestView> list(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @BeanParam PageRequest page) {
    UUID programme =
        programmes
            .find(Ids.readPath("prg", programmeId))
            .orElseThrow(() -> Problem.of(LoyaltyProblem.PROGRAMME_NOT_FOUND))
            .id();
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    return paging.page(
        backtests.list(programme, before, paging.fetch()),
        BacktestView::from,
        backtest -> List.of(backtest.id()));
  }

  /** Gets a backtest. */
  @GET
  @Path("/{backtestId}")
  @Produces({MediaType.APPLICATION_JSON, BacktestCsv.TYPE})
  @Transactional
  @PermissionsAllowed("loyalty:read")
  @Operation(
      operationId = "getBacktest",
      summary = "Read a backtest",
      description =
          "What was tried, and what came of it when its job has ended; its months also as CSV.")
  @APIResponse(
      responseCode = "200",
      description = "The backtest.",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = BacktestView.class)),
        @Content(
            mediaType = BacktestCsv.TYPE,
            schema = @Schema(implementation = String.class, maxLength = 1 << 20),
            examples = @ExampleObject(name = "two months", value = BacktestCsv.EXAMPLE))
      })
  public Response get(
      @Parameter(description = PROGRAMME) @PathParam("programmeId") @Size(max = 40)
          String programmeId,
      @Parameter(
              description = "The backtest, for example `bkt_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41`.")
          @PathParam("backtestId")
          @Size(max = 40)
          String backtestId,
      @Context Request request) {
    Backtest backtest =
        backtests
            .find(Ids.readPath("prg", programmeId), Ids.readPath("bkt", backtestId))
            .orElseThrow(() -> Problem.of(LoyaltyProblem.BACKTEST_NOT_FOUND));
    Variant chosen = request.selectVariant(FORMS);
    return chosen != null && chosen.getMediaType().getSubtype().equals("csv")
        ? Response.ok(BacktestCsv.of(backtest.result()), BacktestCsv.TYPE).build()
        : Response.ok(BacktestView.from(backtest), MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Response accepted(Backtest backtest) {
    BacktestView view = BacktestView.from(backtest);
    audit.record("backtest.create", "backtest", view.id(), null, view);
    return jobs.accepted(jobs.find(backtest.jobId(), Set.of(Backtests.KIND)).orElseThrow());
  }

  private static void requirePeriod(NewBacktest request) {
    if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED, "The period ends before it begins.")
          .at("/to", "must be after /from");
    }
  }

  private static Problem faulty(List<Fault> faults) {
    Problem problem = Problem.of(LoyaltyProblem.PROGRAMME_FAULTY);
    for (Fault fault : faults) {
      problem = problem.at("/document" + fault.pointer(), fault.detail());
    }
    return problem;
  }
}
