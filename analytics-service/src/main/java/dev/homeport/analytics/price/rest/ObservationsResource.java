package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.price.Observation;
import dev.homeport.analytics.price.Observation.Key;
import dev.homeport.analytics.price.Observations;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/** Prices of competitors, as they were seen. */
@Path("/v1/price-observations")
@Tag(name = "Prices", description = "Competitors' prices, and where the own ones stand.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ObservationsResource {
  private final Observations observations;
  private final Cursors cursors;
  private final Clock clock;

  ObservationsResource(Observations observations, Cursors cursors, Clock clock) {
    this.observations = observations;
    this.cursors = cursors;
    this.clock = clock;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putPriceObservation",
      summary = "State a competitor's price",
      description =
          "An observation is known by competitor, SKU, market, time and source: the same one again"
              + " changes nothing, another price corrects it. Earlier ones stay as history.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ObservationDocument.class),
              examples = @ExampleObject(name = "a mug", value = ObservationDocument.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The observation.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ObservationView.class),
              examples = @ExampleObject(name = "a mug", value = ObservationView.EXAMPLE)))
  public ObservationView put(@Valid ObservationDocument document) {
    Observation stated = document.observation(clock.instant());
    observations.record(List.of(stated));
    return ObservationView.from(observations.find(stated.key()).orElseThrow());
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listPriceObservations",
      summary = "Competitors' prices as they were seen",
      description = "The history, those seen last first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of observations.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ObservationPage.class),
              examples =
                  @ExampleObject(
                      name = "one",
                      value = "{\"items\": [" + ObservationView.EXAMPLE + "]}")))
  public Page<ObservationView> list(
      @Parameter(description = "Only of this SKU.", example = "MUG-1")
          @QueryParam("sku")
          @Size(max = 128)
          @Nullable String sku,
      @Parameter(description = "Only on this market.", example = "DE")
          @QueryParam("market")
          @Size(max = 64)
          @Nullable String market,
      @Parameter(description = "Only of this competitor.", example = "rival-shop")
          @QueryParam("competitor")
          @Size(max = 100)
          @Nullable String competitor,
      @Parameter(description = "Seen then or later.", example = "2026-11-01T00:00:00Z")
          @QueryParam("from")
          @Nullable Instant from,
      @Parameter(description = "Seen earlier.", example = "2026-12-01T00:00:00Z") @QueryParam("to")
          @Nullable Instant to,
      @BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    var filter =
        new Observations.Filter(
            Optional.ofNullable(sku),
            Optional.ofNullable(market),
            Optional.ofNullable(competitor),
            Optional.ofNullable(from),
            Optional.ofNullable(to));
    List<Observation> found =
        observations.list(
            filter,
            paging.first() ? Optional.empty() : Optional.of(key(paging.after())),
            paging.fetch());
    return paging.page(found, ObservationView::from, one -> parts(one.key()));
  }

  private static List<?> parts(Key key) {
    return List.of(key.seenAt(), key.sku(), key.market(), key.competitor(), key.source());
  }

  private static Key key(List<String> last) {
    return new Key(last.get(3), last.get(1), last.get(2), Instant.parse(last.get(0)), last.get(4));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PagePriceObservation")
  record ObservationPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<ObservationView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
