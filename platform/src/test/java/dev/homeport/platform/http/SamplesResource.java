package dev.homeport.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What services do, in small. */
@Path("/v1/samples")
@RunOnVirtualThread
class SamplesResource {
  private static final int ROWS = 7;
  private static final Sample PRESENT =
      new Sample("mug", Sample.Kind.PLAIN, null, null, null, "DE", 3, true, null, null);

  private final Cursors cursors;
  private final MergePatch patches;

  SamplesResource(Cursors cursors, MergePatch patches) {
    this.cursors = cursors;
    this.patches = patches;
  }

  @GET
  public Page<Map<String, Integer>> list(
      @Valid @BeanParam PageRequest page,
      @QueryParam("kind") Sample.@Nullable Kind kind,
      @RestQuery @Nullable Instant from,
      @RestQuery @Nullable List<Integer> rank,
      @RestQuery @Max(9) @Nullable Integer small) {
    var paging = cursors.open(page);
    int after = paging.first() ? 0 : Integer.parseInt(paging.after().getFirst());
    List<Integer> rows =
        IntStream.rangeClosed(after + 1, ROWS).limit(paging.fetch()).boxed().toList();
    return paging.page(rows, row -> Map.of("row", row), List::of);
  }

  @POST
  public Sample create(@NotNull @Valid Sample sample) {
    return sample;
  }

  @GET
  @Path("/{number}")
  public RestResponse<Map<String, Integer>> find(@PathParam("number") int number) {
    return ETags.ok(Map.of("number", number), number);
  }

  @PATCH
  @Path("/{number}")
  @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  public Sample change(
      @PathParam("number") int number,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      JsonNode patch) {
    ETags.requireMatch(ifMatch, number);
    return patches.apply(PRESENT, patch, Set.of("name", "country", "price", "lines"));
  }

  @POST
  @Path("/import")
  @StreamedBody
  @Consumes(MediaType.WILDCARD)
  public Map<String, Long> importAll(InputStream body) throws IOException {
    return Map.of("bytes", body.transferTo(OutputStream.nullOutputStream()));
  }

  @GET
  @Path("/text")
  @Produces(MediaType.TEXT_PLAIN)
  public String text() {
    return "text";
  }

  @GET
  @Path("/secured")
  @PermissionsAllowed("orders:read")
  public Map<String, String> secured() {
    return Map.of("seen", "yes");
  }

  @GET
  @Path("/failures/{kind}")
  public Response fail(@PathParam("kind") String kind) throws Throwable {
    throw switch (kind) {
      case "deadlock" -> new IllegalStateException(new SQLException("secret", "40P01"));
      case "refused" -> new SQLException("secret", "08001", new ConnectException("secret"));
      case "pool" -> new SQLException("secret", new TimeoutException("secret"));
      case "teapot" -> new WebApplicationException(418);
      case "entity" -> new WebApplicationException(Response.status(409).entity("secret").build());
      case "busy" ->
          Problem.of(CommonProblem.RATE_LIMITED, "Slowly.").retryAfter(Duration.ofMillis(1_200));
      case "bug" -> new NullPointerException("secret");
      case "error" -> new StackOverflowError("secret");
      default -> Problem.of(CommonProblem.NOT_FOUND);
    };
  }

  @GET
  @Path("/answers/{status}")
  public Response answer(@PathParam("status") int status) {
    return Response.status(status).build();
  }
}
