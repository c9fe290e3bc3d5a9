package dev.homeport.gateway.apikey.rest;

import dev.homeport.gateway.apikey.IssuedKey;
import dev.homeport.gateway.apikey.KeyDirectory;
import dev.homeport.gateway.apikey.KeyIssue;
import dev.homeport.gateway.apikey.KeyStatus;
import dev.homeport.gateway.apikey.KeyView;
import dev.homeport.gateway.apikey.NewApiKey;
import dev.homeport.gateway.authentication.ApiKey;
import dev.homeport.gateway.keyed.KeyedAnswers;
import dev.homeport.platform.idempotency.Keyed;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The API keys of the caller's tenant. */
@Path("/v1/api-keys")
@Tag(name = "API keys", description = "What your programs identify themselves with.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ApiKeysResource {
  private static final String ID = "key_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e";

  private final KeyIssue issue;
  private final KeyDirectory directory;
  private final KeyedAnswers answers;
  private final SecurityIdentity identity;

  ApiKeysResource(
      KeyIssue issue, KeyDirectory directory, KeyedAnswers answers, SecurityIdentity identity) {
    this.issue = issue;
    this.directory = directory;
    this.answers = answers;
    this.identity = identity;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("api-keys:write")
  @Keyed
  @Operation(
      operationId = "createApiKey",
      summary = "Make an API key",
      description =
          "A key for one program, with no more scopes than the token that makes it. It is shown here"
              + " and never again, except to a repeat with the same Idempotency-Key: the secret is"
              + " not stored here, a repeat reads it from Keycloak anew. `clientId` and secret, which"
              + " the key is made of, also get tokens at Keycloak by client credentials.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewApiKey.class),
              examples = @ExampleObject(name = "storefront", value = Examples.NEW)))
  @APIResponse(
      responseCode = "201",
      description = "Made, with the key to send",
      content =
          @Content(
              schema = @Schema(implementation = ShownKeyView.class),
              examples = @ExampleObject(name = "storefront", value = Examples.CREATED)))
  public Response create(@Valid @NotNull NewApiKey key) {
    Set<String> held = held();
    return once(key, () -> issue.create(key, held));
  }

  @GET
  @PermissionsAllowed("api-keys:read")
  @Operation(
      operationId = "listApiKeys",
      summary = "List API keys",
      description = "The newest first, without their secrets; also those that have ended.")
  @APIResponse(
      responseCode = "200",
      description = "A page of keys",
      content =
          @Content(
              schema = @Schema(implementation = KeyPage.class),
              examples =
                  @ExampleObject(name = "one", value = "{\"items\":[" + Examples.KEY + "]}")))
  public Page<KeyView> list(
      @Parameter(description = "Only those: `active`, `expired` or `revoked`.", example = "active")
          @QueryParam("status")
          @Pattern(regexp = "^(active|expired|revoked)$")
          @Size(max = 7)
          @Nullable String status,
      @BeanParam PageRequest page) {
    return directory.list(status == null ? null : KeyStatus.named(status), page);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed("api-keys:read")
  @Operation(
      operationId = "getApiKey",
      summary = "Read an API key",
      description = "Without its secret, which is shown when it is made.")
  @APIResponse(
      responseCode = "200",
      description = "The key",
      content =
          @Content(
              schema = @Schema(implementation = KeyView.class),
              examples = @ExampleObject(name = "storefront", value = Examples.KEY)))
  public KeyView get(
      @Parameter(description = "The key.", example = ID) @PathParam("id") @Size(max = 40)
          String id) {
    return directory.get(KeyDirectory.id(id));
  }

  @POST
  @Path("/{id}/rotations")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("api-keys:write")
  @Keyed
  @Operation(
      operationId = "rotateApiKey",
      summary = "Replace an API key's secret",
      description =
          "Shows the key with a new secret; `clientId` stays, and with it the Idempotency-Keys of"
              + " its program. The key as it was works for another 24 hours, unless it is to end at"
              + " once: then it is refused within a minute everywhere. The token must have every"
              + " scope of the key. A rotation whose answer was lost is not made twice.")
  @RequestBody(
      required = false,
      content =
          @Content(
              schema = @Schema(implementation = KeyRotation.class),
              examples = @ExampleObject(name = "planned", value = Examples.ROTATION)))
  @APIResponse(
      responseCode = "201",
      description = "The key with its new secret",
      content =
          @Content(
              schema = @Schema(implementation = ShownKeyView.class),
              examples = @ExampleObject(name = "storefront", value = Examples.ROTATED)))
  @APIResponse(
      responseCode = "409",
      description = "`api-key-ended`: the key has been revoked or has expired.")
  public Response rotate(
      @Parameter(description = "The key.", example = ID) @PathParam("id") @Size(max = 40) String id,
      @Valid @Nullable KeyRotation rotation) {
    UUID key = KeyDirectory.id(id);
    Set<String> held = held();
    boolean endPrevious = rotation != null && Boolean.TRUE.equals(rotation.endPrevious());
    return once(rotation, () -> issue.rotate(key, held, endPrevious));
  }

  @DELETE
  @Path("/{id}")
  @Transactional
  @PermissionsAllowed("api-keys:write")
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description =
          "For good. It is refused within a minute everywhere. Keys that it has made stay. Again, it"
              + " changes nothing.")
  @APIResponse(responseCode = "204", description = "Revoked.")
  public void revoke(
      @Parameter(description = "The key.", example = ID) @PathParam("id") @Size(max = 40)
          String id) {
    issue.revoke(KeyDirectory.id(id));
  }

  private Response once(@Nullable Object body, Supplier<IssuedKey> effect) {
    return answers.once(
        ApiKeysResource::transaction,
        body,
        KeyView.class,
        () -> {
          KeyView view = KeyView.from(effect.get(), Instant.now());
          return new KeyedAnswers.Done<>(
              201, view, Map.of(HttpHeaders.LOCATION, "/v1/api-keys/" + view.id()));
        },
        view ->
            new ShownKeyView(
                view,
                directory
                    .secret(view.clientId())
                    .map(secret -> new ApiKey(view.clientId(), secret).text())
                    .orElse(null)));
  }

  private static <T> T transaction(Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }

  /** What the caller's token allows. */
  private Set<String> held() {
    String scopes =
        identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim("scope") : null;
    return scopes == null ? Set.of() : Set.of(scopes.split(" "));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageApiKey")
  record KeyPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<KeyView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
