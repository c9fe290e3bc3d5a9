package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.RuleBook;
import dev.homeport.analytics.acquisition.RuleBook.Edition;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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

/** How it is told where customers came from. */
@Path("/v1/attribution-rules")
@Tag(name = "Acquisition")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RulesResource {
  private final RuleBook book;
  private final Audit audit;

  RulesResource(RuleBook book, Audit audit) {
    this.book = book;
    this.audit = audit;
  }

  @GET
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getAttributionRules",
      summary = "See how it is told where customers came from",
      description =
          "The acquisition channel of a customer is that of the first rule which the customer's"
              + " first order matches: by source, medium, campaign, partner, coupon, referral code"
              + " or cost class of its attribution, by the channel or the market of the sale. Until"
              + " a tenant states its own, rules apply that know partners, referral codes and the"
              + " usual media.")
  @APIResponse(
      responseCode = "200",
      description = "The rules in use.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RulesDocument.class),
              examples = @ExampleObject(name = "rules", value = RulesDocument.EXAMPLE)))
  public RestResponse<RulesDocument> get() {
    return answer(book.current());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Transactional
  @PermissionsAllowed("analytics:write")
  @Operation(
      operationId = "putAttributionRules",
      summary = "State how it is told where customers came from",
      description = "Replaces all rules. They hold for customers of the past too, at once.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RulesDocument.class),
              examples = @ExampleObject(name = "rules", value = RulesDocument.EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "The rules now in use.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RulesDocument.class),
              examples = @ExampleObject(name = "rules", value = RulesDocument.EXAMPLE)))
  public RestResponse<RulesDocument> put(
      @Parameter(description = "The ETag of the version to change.", example = "\"0\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @Valid RulesDocument document) {
    Edition before = book.lock();
    ETags.requireMatch(ifMatch, before.version());
    Edition after = book.write(document.read());
    audit.record(
        "attribution-rules.change",
        "attribution-rules",
        "attribution-rules",
        RulesDocument.of(before.rules()),
        RulesDocument.of(after.rules()));
    return answer(after);
  }

  private static RestResponse<RulesDocument> answer(Edition edition) {
    return ETags.ok(RulesDocument.of(edition.rules()), edition.version());
  }
}
