package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.AnalyticsProblem;
import dev.homeport.analytics.value.ModelSettings;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.analytics.value.fitting.FitJob;
import dev.homeport.analytics.value.fitting.ValueConfig;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
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
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** Models of value: fitting them, keeping them, choosing one. */
@Path("/v1/value-models")
@Tag(
    name = "Value",
    description = "What customers are still worth: who has dropped out, and what is to come.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ValueModelsResource {
  private static final int MOST_MODELS = 250;

  private final ValueModels models;
  private final Jobs jobs;
  private final ValueConfig config;
  private final Cursors cursors;
  private final Audit audit;
  private final CurrentTenant tenant;
  private final Clock clock;

  ValueModelsResource(
      ValueModels models,
      Jobs jobs,
      ValueConfig config,
      Cursors cursors,
      Audit audit,
      CurrentTenant tenant,
      Clock clock) {
    this.models = models;
    this.jobs = jobs;
    this.config = config;
    this.cursors = cursors;
    this.audit = audit;
    this.tenant = tenant;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "fitValueModel",
      summary = "Fit a model of value",
      description =
          "A job that fits BG/NBD or Pareto/NBD to the days on which customers bought, and"
              + " gamma-gamma to their amounts, by maximum likelihood. Its result names the model,"
              + " which is not in use until it is activated. With a calibrationEnd the model sees"
              + " nothing later, and reports how well it forecast what came. It takes 50 customers,"
              + " 10 of whom came back on another day; else the job fails with too-few-customers."
              + " Up to 250 models are kept.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = FitRequest.class),
              examples = @ExampleObject(name = "BG/NBD", value = ValueExamples.FIT)))
  @APIResponse(
      responseCode = "202",
      description = "The job.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = JobView.class),
              examples = @ExampleObject(name = "queued", value = ValueExamples.QUEUED)))
  public Response fit(@Valid FitRequest request) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.settings().timeZone());
    ModelSettings settings = request.settings(today, config.refitDays());
    if (models.count() >= MOST_MODELS) {
      throw Problem.of(AnalyticsProblem.TOO_MANY_VALUE_MODELS);
    }
    JobView job = jobs.submit(FitJob.KIND, new FitJob.Parameters(settings, Optional.empty()));
    audit.record("value-model.fit", "job", job.id(), null, request);
    return jobs.accepted(job);
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listValueModels",
      summary = "List the models of value",
      description = "The newest first, in a few figures each.")
  @APIResponse(
      responseCode = "200",
      description = "A page of models.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ModelPage.class),
              examples = @ExampleObject(name = "one", value = ValueExamples.PAGE)))
  public Page<ModelSummaryView> list(@BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    long below = paging.first() ? Long.MAX_VALUE : Long.parseLong(paging.after().getFirst());
    return paging.page(
        models.list(below, paging.fetch()),
        ModelSummaryView::from,
        model -> List.of(model.number()));
  }

  @GET
  @Path("{id}")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getValueModel",
      summary = "Read a model of value",
      description =
          "Its estimates with their standard errors, whether the data tells drop-out from slow"
              + " buying, and how well it forecast what it had not seen.")
  @APIResponse(
      responseCode = "200",
      description = "The model.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ModelView.class),
              examples = @ExampleObject(name = "CDNOW", value = ValueExamples.MODEL)))
  public RestResponse<ModelView> get(
      @Parameter(description = "The model.", example = "vmd_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          String id) {
    ValueModel model =
        models
            .find(Ids.readPath(FitJob.PREFIX, id))
            .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return ETags.ok(ModelView.from(model), model.version());
  }

  @POST
  @Path("{id}/activation")
  @Idempotent
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "activateValueModel",
      summary = "Bring a model into use",
      description =
          "From now on it says what customers are worth, in the place of the one before of the same"
              + " population, and is fitted again after its refitDays. Activating the model that is"
              + " in use changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "The model.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ModelView.class),
              examples = @ExampleObject(name = "CDNOW", value = ValueExamples.MODEL)))
  public Response activate(
      @Parameter(description = "The model.", example = "vmd_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          String id) {
    ValueModel model = locked(id);
    ValueModel activated = model.active() ? model : models.activate(model, clock.instant());
    if (!model.active()) {
      audit.record(
          "value-model.activate", "value-model", id, null, ModelSummaryView.from(activated));
    }
    return Response.ok(ModelView.from(activated)).tag(ETags.of(activated.version())).build();
  }

  @DELETE
  @Path("{id}")
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "deleteValueModel",
      summary = "Forget a model",
      description = "One that is not in use; else 409 value-model-active.")
  @APIResponse(responseCode = "204", description = "The model is gone.")
  @APIResponse(responseCode = "409", description = "The model is in use.")
  public void delete(
      @Parameter(description = "The model.", example = "vmd_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("id")
          String id,
      @Parameter(description = "The ETag of the version to delete.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch) {
    ValueModel model = locked(id);
    ETags.requireMatch(ifMatch, model.version());
    if (model.active()) {
      throw Problem.of(AnalyticsProblem.VALUE_MODEL_ACTIVE);
    }
    models.remove(model.id());
    audit.record("value-model.delete", "value-model", id, ModelSummaryView.from(model), null);
  }

  private ValueModel locked(String id) {
    return models
        .lock(Ids.readPath(FitJob.PREFIX, id))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageValueModel")
  record ModelPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<ModelSummaryView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
