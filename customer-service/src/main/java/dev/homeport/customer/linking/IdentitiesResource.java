package dev.homeport.customer.linking;

import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identities;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.linking.IdentityLinks.Link;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.id.KeyedIds;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The identities of a customer. */
@Path("/v1/customers/{id}/identities")
@Tag(name = "Identities", description = "Which buyers of which channels a customer is.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class IdentitiesResource {
  private final IdentityLinks links;
  private final Identities identities;
  private final Profiles profiles;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;
  private final Cursors cursors;
  private final Clock clock;

  IdentitiesResource(
      IdentityLinks links,
      Identities identities,
      Profiles profiles,
      KeyedIds keyedIds,
      CurrentTenant tenant,
      Cursors cursors,
      Clock clock) {
    this.links = links;
    this.identities = identities;
    this.profiles = profiles;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
    this.cursors = cursors;
    this.clock = clock;
  }

  @PUT
  @Path("/{channel}/{externalId}")
  @Transactional
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "linkIdentity",
      summary = "Say that a buyer is this customer",
      description =
          "Also for a buyer who has not bought yet. A buyer of whom nothing but orders is known is"
              + " taken over with all of them, past and future; the customer that the buyer was"
              + " until now then answers with a redirection to this one. A buyer who is another"
              + " known customer is refused.")
  @APIResponse(
      responseCode = "200",
      description = "The buyer is this customer.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IdentityView.class),
              examples = @ExampleObject(name = "identity", value = IdentityView.EXAMPLE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  @APIResponse(
      responseCode = "409",
      description = "The buyer is another customer: `identity-belongs-to-another-customer`.")
  @APIResponse(
      responseCode = "422",
      description = "The channel is Homeport's own: `reserved-channel`.")
  @APIResponse(
      responseCode = "201",
      description = "The buyer was not known, and now is.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IdentityView.class),
              examples = @ExampleObject(name = "identity", value = IdentityView.EXAMPLE)))
  public RestResponse<IdentityView> link(
      @Parameter(
              description = "The customer.",
              example = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f")
          @PathParam("id")
          @Pattern(regexp = Profile.ID_PATTERN)
          String id,
      @Parameter(description = "The storefront or marketplace account.", example = "shop-de")
          @PathParam("channel")
          @Size(max = 64)
          @Pattern(regexp = Buyer.CHANNEL_PATTERN)
          String channel,
      @Parameter(description = "What the channel calls the buyer.", example = "b-1001")
          @PathParam("externalId")
          @Size(max = 200)
          @Pattern(regexp = Buyer.EXTERNAL_ID_PATTERN)
          String externalId) {
    UUID identity = keyedIds.identity(tenant.id(), channel, externalId);
    Link link =
        links.link(
            Ids.readPath(Profile.PREFIX, id),
            new Buyer(identity, channel, externalId, clock.instant()));
    IdentityView view = IdentityView.of(link.identity(), externalId);
    return link.created()
        ? RestResponse.ResponseBuilder.<IdentityView>created(location(channel, externalId))
            .entity(view)
            .build()
        : RestResponse.ok(view);
  }

  private static URI location(String channel, String externalId) {
    return UriBuilder.fromPath("/v1/identities/{channel}/{externalId}")
        .build(new Object[] {channel, externalId}, true);
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listIdentities",
      summary = "List the buyers that a customer is",
      description = "One of them is the customer's own, made together with it.")
  @APIResponse(
      responseCode = "200",
      description = "A page of identities.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = IdentityPage.class),
              examples = @ExampleObject(name = "one", value = IdentityView.PAGE)))
  @APIResponse(
      responseCode = "308",
      description = "The customer was merged; `Location` names the one that answers for it.")
  public Page<IdentityView> list(
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
    UUID after = paging.first() ? new UUID(0, 0) : UUID.fromString(paging.after().getFirst());
    List<Identity> found = Identity.ofCustomer(customer, after, paging.fetch());
    Map<UUID, String> names = identities.externalIds(found);
    return paging.page(
        found,
        identity -> IdentityView.of(identity, names.get(identity.id)),
        identity -> List.of(identity.id));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageIdentityView")
  record IdentityPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<IdentityView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
