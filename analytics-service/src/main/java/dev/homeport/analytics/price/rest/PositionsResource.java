package dev.homeport.analytics.price.rest;

import dev.homeport.analytics.price.Position;
import dev.homeport.analytics.price.Position.Key;
import dev.homeport.analytics.price.Positions;
import dev.homeport.platform.money.Currencies;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where the own prices stand. */
@Path("/v1/price-position")
@Tag(name = "Prices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PositionsResource {
  private final Positions positions;
  private final Cursors cursors;

  PositionsResource(Positions positions, Cursors cursors) {
    this.positions = positions;
    this.cursors = cursors;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listPricePositions",
      summary = "See where your prices stand",
      description =
          "For each product and market that a competitor's price was seen of: the unit price at which"
              + " you sold it there last, the lowest of the competitors' last prices, and the"
              + " difference. Prices are compared in one currency only, and never converted: an item"
              + " for each currency. Your own prices are taken anew in due time after orders have"
              + " come, within a minute where that is quick. By SKU, market and currency.")
  @APIResponse(
      responseCode = "200",
      description = "A page of positions.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PositionPage.class),
              examples =
                  @ExampleObject(
                      name = "one",
                      value = "{\"items\": [" + PositionView.EXAMPLE + "]}")))
  public Page<PositionView> list(
      @Parameter(description = "Only of this SKU.", example = "MUG-1")
          @QueryParam("sku")
          @Size(max = 128)
          @Nullable String sku,
      @Parameter(description = "Only on this market.", example = "DE")
          @QueryParam("market")
          @Size(max = 64)
          @Nullable String market,
      @Parameter(description = "Compared with this competitor alone.", example = "rival-shop")
          @QueryParam("competitor")
          @Size(max = 100)
          @Nullable String competitor,
      @Parameter(description = "Only where a competitor is below your price.")
          @QueryParam("undercut")
          @DefaultValue("false")
          boolean undercut,
      @Parameter(
              description = "Prices of competitors seen before then are passed over.",
              example = "2026-11-01T00:00:00Z")
          @QueryParam("seenSince")
          @Nullable Instant seenSince,
      @BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    var filter =
        new Positions.Filter(
            Optional.ofNullable(sku),
            Optional.ofNullable(market),
            Optional.ofNullable(competitor),
            undercut,
            Optional.ofNullable(seenSince));
    List<Position> found =
        positions.list(
            filter,
            paging.first() ? Optional.empty() : Optional.of(key(paging.after())),
            paging.fetch());
    return paging.page(
        found,
        PositionView::from,
        one -> List.of(one.key().sku(), one.key().market(), one.key().currency()));
  }

  private static Key key(List<String> last) {
    return new Key(last.get(0), last.get(1), Currencies.of(last.get(2)));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PagePricePosition")
  record PositionPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<PositionView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
