package dev.homeport.customer.candidate.rest;

import dev.homeport.customer.candidate.MatchingSettings;
import dev.homeport.customer.candidate.MatchingSettings.Setting;
import dev.homeport.customer.matching.Rules;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.ETags;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** How a tenant wants customers matched. */
@Path("/v1/matching-settings")
@Tag(name = "Matching")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class MatchingSettingsResource {
  private final MatchingSettings settings;
  private final Audit audit;

  MatchingSettingsResource(MatchingSettings settings, Audit audit) {
    this.settings = settings;
    this.audit = audit;
  }

  /** The settings as they are sent and answered. */
  @Schema(name = "MatchingSettings")
  record Document(
      @Schema(
              description =
                  "What is certain merges by itself: the same verified e-mail address, the same"
                      + " phone and family name, a claim code. Otherwise it waits for a person.",
              examples = "true")
          @NotNull
          Boolean automatic,
      @Schema(
              description = "The least score of a candidate; a higher one shows fewer.",
              examples = "8")
          @NotNull
          @Min(0)
          @Max(100)
          Integer threshold,
      @Schema(
              description =
                  "A contact point that more names share, that of a family, an office or a parcel"
                      + " shop, is no evidence.",
              examples = "3")
          @NotNull
          @Min(1)
          @Max(50)
          Integer namesPerContact) {

    static final String EXAMPLE =
        "{\"automatic\": false, \"threshold\": 8, \"namesPerContact\": 3}";

    static Document of(Rules rules) {
      return new Document(rules.automatic(), (int) rules.threshold(), rules.namesPerContact());
    }

    Rules rules() {
      return new Rules(automatic, threshold, namesPerContact);
    }
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getMatchingSettings",
      summary = "Read how customers are matched",
      description = "Until somebody says otherwise, people decide about everything.")
  @APIResponse(
      responseCode = "200",
      description = "The settings.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Document.class),
              examples = @ExampleObject(name = "settings", value = Document.EXAMPLE)))
  public RestResponse<Document> get() {
    Setting setting = settings.get();
    return ETags.ok(Document.of(setting.rules()), setting.version());
  }

  @PUT
  @Transactional
  @PermissionsAllowed("admin:write")
  @Operation(
      operationId = "putMatchingSettings",
      summary = "Say how customers are matched",
      description =
          "Counts from the next customer on that is looked at. When merging by itself is switched"
              + " on, what was found to be certain before is looked at again.")
  @APIResponse(
      responseCode = "200",
      description = "The settings.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Document.class),
              examples = @ExampleObject(name = "settings", value = Document.EXAMPLE)))
  public RestResponse<Document> put(
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = Document.class),
                      examples = @ExampleObject(name = "settings", value = Document.EXAMPLE)))
          @Valid
          Document document) {
    Setting before = settings.lock();
    ETags.requireMatch(ifMatch, before.version());
    Setting after = settings.put(document.rules(), before.version() + 1);
    audit.record(
        "matching.change",
        "matching-settings",
        "matching",
        Document.of(before.rules()),
        Document.of(after.rules()));
    return ETags.ok(Document.of(after.rules()), after.version());
  }
}
