package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Spend;
import dev.homeport.analytics.acquisition.SpendBook;
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
import java.time.YearMonth;
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

/** What was spent to win customers. */
@Path("/v1/marketing-spend")
@Tag(name = "Acquisition", description = "What customers cost to win, and what they bring.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SpendResource {
  private final Spending spending;
  private final SpendBook book;
  private final Cursors cursors;
  private final Now now;

  SpendResource(Spending spending, SpendBook book, Cursors cursors, Now now) {
    this.spending = spending;
    this.book = book;
    this.cursors = cursors;
    this.now = now;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putMarketingSpend",
      summary = "State what was spent in a month",
      description =
          "A statement is known by month, channel, campaign and market; a later one replaces it, the"
              + " same one again changes nothing, and an amount of zero takes it away. Amounts are"
              + " summed in the reporting currency: one in another currency needs the `rate` to use"
              + " (`rate-needed`), and is rounded half up to the cent of the reporting currency.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SpendDocument.class),
              examples = @ExampleObject(name = "a month", value = SpendDocument.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "What is stated now.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SpendView.class),
              examples = @ExampleObject(name = "a month", value = SpendView.EXAMPLE)))
  public SpendView put(@Valid SpendDocument document) {
    return spending.state(document);
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listMarketingSpend",
      summary = "What was spent",
      description = "Statements, the latest month first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of statements.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SpendPage.class),
              examples =
                  @ExampleObject(name = "one", value = "{\"items\": [" + SpendView.EXAMPLE + "]}")))
  public Page<SpendView> list(
      @BeanParam @Valid Months months,
      @Parameter(description = "Only of this acquisition channel.", example = "Paid search")
          @QueryParam("channel")
          @Size(max = 100)
          @Nullable String channel,
      @BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    List<Spend> found =
        book.list(
            months.since(),
            months.until(),
            Optional.ofNullable(channel),
            paging.first() ? Optional.empty() : Optional.of(key(paging.after())),
            paging.fetch());
    return paging.page(
        found,
        spend -> SpendView.from(spend, now.currency()),
        spend ->
            List.of(
                spend.key().month(),
                spend.key().channel(),
                spend.key().campaign().orElse(""),
                spend.key().market().orElse("")));
  }

  private static Spend.Key key(List<String> last) {
    return new Spend.Key(
        YearMonth.parse(last.get(0)),
        last.get(1),
        Optional.of(last.get(2)).filter(text -> !text.isEmpty()),
        Optional.of(last.get(3)).filter(text -> !text.isEmpty()));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageMarketingSpend")
  record SpendPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<SpendView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
