package dev.homeport.analytics.affinity.rest;

import dev.homeport.analytics.affinity.Affinity;
import dev.homeport.analytics.affinity.AffinityKind;
import dev.homeport.analytics.affinity.Assortment;
import dev.homeport.analytics.affinity.Product;
import dev.homeport.analytics.affinity.ProductAffinities;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What goes with products. */
@Path("/v1")
@Tag(name = "Affinity", description = "Products that are bought together, and after each other.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AffinitiesResource {
  private static final String WHAT =
      "`together`: in one order. `next`: by the same customer in a later order; there a case is a"
          + " customer who came back, so that one customer's habits are one piece of evidence."
          + " Products that came back count as not bought. A pair is said to go together when it"
          + " occurs in at least `minimumCases` and more often than chance would have it: by"
          + " Fisher's exact test, one-sided, with the procedure of Benjamini and Hochberg (1995)"
          + " over all pairs of products that occur often enough, which holds the expected share of"
          + " false ones to `level` as long as the tests do not depend on each other the other way"
          + " round. Worked out again in due time after orders have come: within a minute where"
          + " that is quick; `computedAt` says when.";

  private final Assortment assortment;
  private final Cursors cursors;

  AffinitiesResource(Assortment assortment, Cursors cursors) {
    this.assortment = assortment;
    this.cursors = cursors;
  }

  @GET
  @Path("/products/{sku}/affinities")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getProductAffinities",
      summary = "See what goes with a product",
      description =
          WHAT
              + " An SKU nobody has bought is 404. One with a slash, or another character that a path"
              + " cannot carry, is asked for with `GET /v1/product-affinities?sku=`.")
  @APIResponse(
      responseCode = "200",
      description = "What goes with it.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AffinitiesView.class),
              examples = @ExampleObject(name = "a mug", value = AffinitiesView.EXAMPLE)))
  public AffinitiesView ofProduct(
      @Parameter(description = "The SKU, with its case.", example = "MUG-1")
          @PathParam("sku")
          @Size(max = 128)
          String sku,
      @Parameter(description = "In which way.") @QueryParam("kind") @DefaultValue("together")
          AffinityKind kind,
      @Parameter(description = "The most others to tell of.", example = "10")
          @QueryParam("limit")
          @DefaultValue("10")
          @Min(1)
          @Max(100)
          int limit) {
    return view(sku, kind, limit);
  }

  @GET
  @Path("/product-affinities")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "listProductAffinities",
      summary = "See what goes with products",
      description = WHAT + " Only products with something that goes with them are listed, by SKU.")
  @APIResponse(
      responseCode = "200",
      description = "A page of products.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AffinitiesPage.class),
              examples =
                  @ExampleObject(
                      name = "a mug",
                      value = "{\"items\": [" + AffinitiesView.EXAMPLE + "]}")))
  public Page<AffinitiesView> list(
      @Parameter(description = "Only of this SKU, whatever characters it has.", example = "MUG-1")
          @QueryParam("sku")
          @Size(max = 128)
          @Nullable String sku,
      @Parameter(description = "In which way.") @QueryParam("kind") @DefaultValue("together")
          AffinityKind kind,
      @Parameter(description = "The most others to tell of with each.", example = "10")
          @QueryParam("others")
          @DefaultValue("10")
          @Min(1)
          @Max(100)
          int others,
      @BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    List<ProductAffinities> found =
        assortment.list(
            kind, Optional.ofNullable(sku), paging.after().stream().findFirst(), paging.fetch());
    Map<String, Product> products =
        assortment.find(
            found.stream()
                .flatMap(
                    of ->
                        Stream.concat(Stream.of(of.sku()), of.others().stream().map(Affinity::sku)))
                .distinct()
                .toList());
    return paging.page(
        found,
        of ->
            AffinitiesView.from(
                Objects.requireNonNull(products.get(of.sku())),
                kind,
                Optional.of(of),
                products,
                others,
                basis(kind)),
        of -> List.of(of.sku()));
  }

  private Assortment.Basis basis(AffinityKind kind) {
    return assortment.basis(kind).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  private AffinitiesView view(String sku, AffinityKind kind, int limit) {
    Product product = assortment.find(sku).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    Assortment.Basis basis = basis(kind);
    Optional<ProductAffinities> found =
        assortment.affinities(List.of(sku), List.of(kind)).stream().findFirst();
    Map<String, Product> others =
        assortment.find(
            found.stream().flatMap(of -> of.others().stream()).map(Affinity::sku).toList());
    return AffinitiesView.from(product, kind, found, others, limit, basis);
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageProductAffinities")
  record AffinitiesPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<AffinitiesView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
