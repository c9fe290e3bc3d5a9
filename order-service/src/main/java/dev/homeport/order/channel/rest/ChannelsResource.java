package dev.homeport.order.channel.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.order.channel.Channel;
import dev.homeport.order.channel.Channels;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.order.order.rest.Texts;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.http.MergePatch;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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

/** Declaring channels. */
@Path("/v1/channels")
@Tag(
    name = "Channels",
    description = "Storefronts and marketplace accounts, and what their platforms send.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ChannelsResource {
  private final Channels channels;
  private final MergePatch mergePatch;
  private final Cursors cursors;
  private final Audit audit;

  ChannelsResource(Channels channels, MergePatch mergePatch, Cursors cursors, Audit audit) {
    this.channels = channels;
    this.mergePatch = mergePatch;
    this.cursors = cursors;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("channels:write")
  @Operation(
      operationId = "createChannel",
      summary = "Declare a channel",
      description =
          "Before or after its first orders: an order counts for the channel's market from its next"
              + " accepted document on. The answer names the path to which the platform sends.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewChannel.class),
              examples = @ExampleObject(name = "new", value = ChannelExamples.NEW)))
  @APIResponse(
      responseCode = "201",
      description = "The channel.",
      content =
          @Content(
              schema = @Schema(implementation = ChannelView.class),
              examples = @ExampleObject(name = "channel", value = ChannelExamples.CHANNEL)))
  public Response create(@Valid NewChannel request) {
    Channel channel =
        channels
            .add(request.code(), request.toStated())
            .orElseThrow(
                () -> Problem.of(OrderProblem.CHANNEL_EXISTS).at("/code", "is that of a channel"));
    ChannelView view = ChannelView.from(channel);
    audit.record("channel.create", "channel", channel.code(), null, view);
    return Response.created(URI.create("/v1/channels/" + channel.code()))
        .tag(ETags.of(channel.version()))
        .entity(view)
        .build();
  }

  @GET
  @Transactional
  @PermissionsAllowed("channels:read")
  @Operation(
      operationId = "listChannels",
      summary = "Channels, page by page",
      description = "By code.")
  @APIResponse(
      responseCode = "200",
      description = "A page of channels.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChannelPage.class),
              examples = @ExampleObject(name = "one", value = ChannelExamples.PAGE)))
  public Page<ChannelView> list(@BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    List<Channel> found =
        channels.list(paging.first() ? "" : paging.after().getFirst(), paging.fetch());
    return paging.page(found, ChannelView::from, channel -> List.of(channel.code()));
  }

  @GET
  @Path("{code}")
  @Transactional
  @PermissionsAllowed("channels:read")
  @Operation(
      operationId = "getChannel",
      summary = "Read a channel",
      description = "Its settings and where its platform sends to; never its secret.")
  @APIResponse(
      responseCode = "200",
      description = "The channel.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChannelView.class),
              examples = @ExampleObject(name = "channel", value = ChannelExamples.CHANNEL)))
  public RestResponse<ChannelView> get(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code) {
    Channel channel = channels.find(code).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    return ETags.ok(ChannelView.from(channel), channel.version());
  }

  @PATCH
  @Path("{code}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Idempotent
  @PermissionsAllowed("channels:write")
  @Operation(
      operationId = "changeChannel",
      summary = "Change a channel",
      description =
          "A JSON Merge Patch (RFC 7396): only what is named changes, null removes. Another"
              + " `signingSecret` takes the place of the one before at once.")
  @APIResponse(
      responseCode = "200",
      description = "The changed channel.",
      content =
          @Content(
              schema = @Schema(implementation = ChannelView.class),
              examples = @ExampleObject(name = "channel", value = ChannelExamples.CHANNEL)))
  public Response change(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MergePatch.MEDIA_TYPE,
                      schema = @Schema(implementation = ChannelDocument.class),
                      examples = @ExampleObject(name = "patch", value = ChannelExamples.PATCH)))
          JsonNode patch) {
    Channel before = locked(code, ifMatch);
    Channels.Stated stated = mergePatch.apply(ChannelDocument.of(before), patch).toStated();
    Channel after = channels.change(before, stated);
    ChannelView view = ChannelView.from(after);
    audit.record("channel.change", "channel", code, ChannelView.from(before), view);
    return Response.ok(view).tag(ETags.of(after.version())).build();
  }

  @DELETE
  @Path("{code}")
  @Transactional
  @PermissionsAllowed("channels:write")
  @Operation(
      operationId = "deleteChannel",
      summary = "Forget a channel",
      description =
          "Its orders stay as they are. Nothing more is taken in under its path, which never comes"
              + " back; what its platform has sent stays encrypted until it expires.")
  @APIResponse(responseCode = "204", description = "The channel is gone.")
  public void delete(
      @Parameter(description = "The channel.", example = "shop-de")
          @PathParam("code")
          @Size(max = Texts.CHANNEL_LENGTH)
          String code,
      @Parameter(description = "The ETag of the version to delete.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch) {
    Channel before = locked(code, ifMatch);
    channels.remove(code);
    audit.record("channel.delete", "channel", code, ChannelView.from(before), null);
  }

  private Channel locked(String code, @Nullable String ifMatch) {
    Channel channel = channels.lock(code).orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
    ETags.requireMatch(ifMatch, channel.version());
    return channel;
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageChannelView")
  record ChannelPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<ChannelView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
