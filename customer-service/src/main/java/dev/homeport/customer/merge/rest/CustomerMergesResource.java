package dev.homeport.customer.merge.rest;

import dev.homeport.customer.merge.Merge;
import dev.homeport.customer.merge.Merges;
import dev.homeport.customer.merge.Merging;
import dev.homeport.customer.person.Takeover;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
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

/** The merges of a customer. */
@Path("/v1/customers/{id}/merges")
@Tag(
    name = "Merges",
    description = "Several customers who are one person, until somebody knows better.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerMergesResource {
  private final Merging merging;
  private final Merges merges;
  private final Profiles profiles;
  private final Cursors cursors;
  private final Clock clock;

  CustomerMergesResource(
      Merging merging, Merges merges, Profiles profiles, Cursors cursors, Clock clock) {
    this.merging = merging;
    this.merges = merges;
    this.profiles = profiles;
    this.cursors = cursors;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "mergeCustomers",
      summary = "Merge another customer into this one",
      description =
          "All buyers of the other one become this customer's, with all they have done; figures of"
              + " other services follow within seconds. Its id answers with a redirection here. What"
              + " is shown of a field is the stated value over one seen on an order, then the newer,"
              + " then the longer, unless you choose; contact points and tags are joined. Nothing is"
              + " copied, so a reversal restores both exactly. With `dryRun` nothing happens: the"
              + " answer says what would.")
  @APIResponse(
      responseCode = "200",
      description = "What the merge would do (`dryRun`).",
      content =
          @Content(
              schema = @Schema(implementation = MergePreview.class),
              examples = @ExampleObject(name = "preview", value = MergePreview.EXAMPLE)))
  @APIResponse(
      responseCode = "202",
      description = "The merge; other services follow.",
      content =
          @Content(
              schema = @Schema(implementation = MergeView.class),
              examples = @ExampleObject(name = "merge", value = MergeView.EXAMPLE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  @APIResponse(
      responseCode = "409",
      description = "The other customer was merged before: `already-merged`.")
  @APIResponse(
      responseCode = "422",
      description =
          "The two are one (`merge-with-itself`), there is no such other customer"
              + " (`unknown-customer`), or one was erased (`customer-erased`).")
  public Response merge(
      @Parameter(
              description = "The customer who stays.",
              example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @Parameter(description = "Only say what would happen.", example = "false")
          @QueryParam("dryRun")
          @DefaultValue("false")
          boolean dryRun,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = MergeRequest.class),
                      examples = @ExampleObject(name = "merge", value = MergeRequest.EXAMPLE)))
          @Valid
          MergeRequest request) {
    UUID survivor = Ids.readPath(Profile.PREFIX, id);
    UUID absorbed = Ids.read(Profile.PREFIX, request.customerId());
    if (dryRun) {
      var how = new Takeover(clock.instant(), request.choices());
      return Response.ok(MergePreview.of(merging.hold(survivor, absorbed), how)).build();
    }
    Merge merge = merging.merge(survivor, absorbed, request.choices(), Merge.Cause.REQUEST);
    MergeView view = MergeView.of(merge);
    return Response.accepted(view).location(URI.create("/v1/merges/" + view.id())).build();
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listMerges",
      summary = "List the merges of a customer",
      description =
          "Those that made the customer what it is and those that it took part in, the newest"
              + " first; also those that were reversed.")
  @APIResponse(
      responseCode = "200",
      description = "A page of merges.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MergePage.class),
              examples = @ExampleObject(name = "one", value = MergeView.PAGE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  public Page<MergeView> list(
      @Parameter(
              description = "The customer.",
              example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @BeanParam PageRequest page) {
    UUID customer = Ids.readPath(Profile.PREFIX, id);
    profiles.find(customer).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)).orMoved();
    Paging paging = cursors.open(page);
    long before = paging.first() ? Long.MAX_VALUE : Long.parseLong(paging.after().getFirst());
    return paging.page(
        merges.of(customer, before, paging.fetch()),
        MergeView::of,
        merge -> List.of(merge.number()));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageMergeView")
  record MergePage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<MergeView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
