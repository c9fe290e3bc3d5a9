package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Members;
import dev.homeport.analytics.segment.Members.Membership;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.SegmentKind;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The segments that a customer is in. */
@Path("/v1/customers/{customerId}/segments")
@Tag(name = "Segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerSegmentsResource {
  private final Members members;

  CustomerSegmentsResource(Members members) {
    this.members = members;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getCustomerSegments",
      summary = "See which segments a customer is in",
      description = "By key, with the moment of entering. 404 of a customer nobody has heard of.")
  @APIResponse(
      responseCode = "200",
      description = "The segments.",
      content =
          @Content(
              schema = @Schema(implementation = CustomerSegments.class),
              examples = @ExampleObject(name = "one", value = SegmentExamples.OF_CUSTOMER)))
  public CustomerSegments get(
      @Parameter(
              description = "The customer.",
              example = "cus_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("customerId")
          String customerId) {
    UUID customer = Ids.readPath("cus", customerId);
    List<MembershipView> in = members.of(customer).stream().map(MembershipView::of).toList();
    if (in.isEmpty() && members.known(List.of(customer)).isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return new CustomerSegments(customerId, in);
  }

  /** All segments of a customer. */
  @Schema(name = "CustomerSegments")
  record CustomerSegments(
      @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000001") String customerId,
      @Schema(maxItems = Segment.MOST) List<MembershipView> segments) {}

  /** A segment that the customer is in. */
  @Schema(name = "CustomerSegment")
  record MembershipView(
      @Schema(examples = "quiet-champions") String key,
      String name,
      SegmentKind kind,
      Instant since) {

    private static MembershipView of(Membership membership) {
      return new MembershipView(
          membership.key(), membership.name(), membership.kind(), membership.since());
    }
  }
}
