package dev.homeport.analytics.advice;

import dev.homeport.analytics.advice.NextActionsView.ActionView;
import dev.homeport.analytics.advice.NextActionsView.FactView;
import dev.homeport.analytics.segment.Attribute;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Known;
import dev.homeport.analytics.segment.Members;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What to do next about a customer. */
@Path("/v1/customers/{customerId}/next-actions")
@Tag(name = "Next actions", description = "What to do about a customer, and why.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NextActionsResource {
  private final Playbook playbook;
  private final Known.Lookup known;
  private final Members members;

  NextActionsResource(Playbook playbook, Known.Lookup known, Members members) {
    this.playbook = playbook;
    this.known = known;
    this.members = members;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getNextActions",
      summary = "See what to do next about a customer",
      description =
          "The plays whose expression holds for the customer at present, the most urgent first, each"
              + " with what it looks at. Whoever is not in segments, having been merged or erased,"
              + " calls for nothing. 404 of a customer nobody has heard of.")
  @APIResponse(
      responseCode = "200",
      description = "What to do.",
      content =
          @Content(
              schema = @Schema(implementation = NextActionsView.class),
              examples = @ExampleObject(name = "at risk", value = NextActionsView.EXAMPLE)))
  public NextActionsView get(
      @Parameter(
              description = "The customer.",
              example = "cus_01928c5e-6f50-7000-8000-000000000001")
          @PathParam("customerId")
          String customerId) {
    UUID customer = Ids.readPath("cus", customerId);
    return known
        .of(customer, playbook.traits())
        .map(found -> view(customerId, found))
        .orElseGet(() -> nothing(customerId, customer));
  }

  private NextActionsView nothing(String customerId, UUID customer) {
    if (members.known(Set.of(customer)).isEmpty()) {
      throw Problem.of(CommonProblem.NOT_FOUND);
    }
    return new NextActionsView(customerId, List.of(), List.of());
  }

  private NextActionsView view(String customerId, Known found) {
    List<ActionView> actions =
        playbook.plays().stream()
            .filter(play -> found.fits(play.when()))
            .map(play -> action(play, found))
            .toList();
    return new NextActionsView(customerId, actions, found.consents());
  }

  private static ActionView action(Play play, Known found) {
    Expression when = play.when();
    List<FactView> facts =
        when.attributes().stream().map(attribute -> fact(attribute, found)).toList();
    return new ActionView(
        play.key(), play.name(), play.advice(), when.text(), facts, play.contact());
  }

  private static FactView fact(Attribute attribute, Known found) {
    @Nullable Object value = found.value(attribute);
    return new FactView(attribute.name(), value == null ? "unknown" : value.toString());
  }
}
