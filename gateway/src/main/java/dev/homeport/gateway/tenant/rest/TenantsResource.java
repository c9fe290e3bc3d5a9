package dev.homeport.gateway.tenant.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.gateway.keyed.KeyedAnswers;
import dev.homeport.gateway.tenant.NewTenant;
import dev.homeport.gateway.tenant.TenantAccount;
import dev.homeport.gateway.tenant.TenantAdministration;
import dev.homeport.gateway.tenant.TenantChange;
import dev.homeport.gateway.tenant.TenantDirectory;
import dev.homeport.gateway.tenant.TenantScope;
import dev.homeport.gateway.tenant.TenantView;
import dev.homeport.platform.http.ETags;
import dev.homeport.platform.http.MergePatch;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Keyed;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.tenant.WithoutTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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

/** Merchants, as the platform's administrators make and change them. */
@Path("/v1/tenants")
@Tag(name = "Tenants", description = "Merchants; for platform administrators.")
@Produces(MediaType.APPLICATION_JSON)
@WithoutTenant
@RunOnVirtualThread
class TenantsResource {
  private final TenantAdministration administration;
  private final TenantDirectory directory;
  private final TenantScope scope;
  private final KeyedAnswers answers;
  private final Resets resets;

  TenantsResource(
      TenantAdministration administration,
      TenantDirectory directory,
      TenantScope scope,
      KeyedAnswers answers,
      Resets resets) {
    this.administration = administration;
    this.directory = directory;
    this.scope = scope;
    this.answers = answers;
    this.resets = resets;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("tenants:write")
  @Keyed
  @Operation(
      operationId = "createTenant",
      summary = "Make a tenant",
      description =
          "Makes the tenant, its client at Keycloak with all business scopes, and tells every"
              + " service. The credentials are shown here and never again, except to a repeat with"
              + " the same Idempotency-Key: the secret is not stored here, a repeat reads it from"
              + " Keycloak anew. An attempt that broke off is taken up by the next one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = NewTenant.class),
              examples = @ExampleObject(name = "acme", value = Examples.NEW_TENANT)))
  @APIResponse(
      responseCode = "201",
      description = "Made, with its credentials",
      content =
          @Content(
              schema = @Schema(implementation = CreatedTenantView.class),
              examples = @ExampleObject(name = "acme", value = Examples.CREATED)))
  public Response create(@Valid @NotNull NewTenant tenant) {
    return once(
        tenant,
        () -> {
          TenantAccount account = administration.create(tenant);
          TenantView view = TenantView.from(account);
          return new KeyedAnswers.Done<>(
              201,
              view,
              Map.of(
                  HttpHeaders.LOCATION,
                  "/v1/tenants/" + view.id(),
                  HttpHeaders.ETAG,
                  tag(account)));
        },
        view -> new CreatedTenantView(view, credentials(view)));
  }

  @GET
  @PermissionsAllowed("tenants:read")
  @Operation(
      operationId = "listTenants",
      summary = "List tenants",
      description = "In the order of their slugs, or the one with a slug.")
  @APIResponse(
      responseCode = "200",
      description = "A page of tenants",
      content =
          @Content(
              schema = @Schema(implementation = TenantPage.class),
              examples =
                  @ExampleObject(name = "one", value = "{\"items\":[" + Examples.TENANT + "]}")))
  public Page<TenantView> list(
      @Parameter(description = "Only the tenant with this slug.", example = "acme")
          @QueryParam("slug")
          @Pattern(regexp = "^[a-z][a-z0-9-]{1,30}$")
          @Size(max = 31)
          @Nullable String slug,
      @BeanParam PageRequest page) {
    return directory.list(slug, page);
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed("tenants:read")
  @Operation(
      operationId = "getTenant",
      summary = "Read a tenant",
      description = "Without its credentials, which are shown when they are made.")
  @APIResponse(
      responseCode = "200",
      description = "The tenant",
      content =
          @Content(
              schema = @Schema(implementation = TenantView.class),
              examples = @ExampleObject(name = "acme", value = Examples.TENANT)))
  public RestResponse<TenantView> get(@PathParam("id") @Size(max = 40) String id) {
    TenantDirectory.Versioned found = directory.get(Ids.readPath(TenantView.PREFIX, id));
    return ETags.ok(found.tenant(), found.version());
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @PermissionsAllowed("tenants:write")
  @Keyed
  @Operation(
      operationId = "changeTenant",
      summary = "Change a tenant",
      description =
          "Name, markets, plan and allowed origins. Slug, currency, time zone and kind cannot change, because"
              + " everything recorded so far stands on them.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(implementation = TenantChange.class),
              examples = @ExampleObject(name = "markets", value = Examples.CHANGE)))
  @APIResponse(
      responseCode = "200",
      description = "As it now stands",
      content =
          @Content(
              schema = @Schema(implementation = TenantView.class),
              examples = @ExampleObject(name = "acme", value = Examples.TENANT)))
  public Response change(
      @PathParam("id") @Size(max = 40) String id,
      @Parameter(description = "The ETag of the version to change.", example = "\"1\"")
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Size(max = 200)
          @Nullable String ifMatch,
      @NotNull JsonNode patch) {
    return once(
        patch,
        () -> {
          TenantAccount account = administration.lock(Ids.readPath(TenantView.PREFIX, id));
          ETags.requireMatch(ifMatch, account.version);
          TenantAccount changed = administration.change(account, patch);
          return new KeyedAnswers.Done<>(
              200, TenantView.from(changed), Map.of(HttpHeaders.ETAG, tag(changed)));
        },
        view -> view);
  }

  @POST
  @Path("/{id}/credentials")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("tenants:write")
  @Keyed
  @Operation(
      operationId = "rotateTenantCredentials",
      summary = "Replace a tenant's secret",
      description =
          "Gives the tenant's client a new secret and shows it. The previous one works for another"
              + " 24 hours, unless it is to end at once; API keys with it then work for at most one"
              + " more minute.")
  @RequestBody(
      required = false,
      content =
          @Content(
              schema = @Schema(implementation = Rotation.class),
              examples = @ExampleObject(name = "leaked", value = Examples.ROTATION)))
  @APIResponse(
      responseCode = "201",
      description = "The new credentials",
      content =
          @Content(
              schema = @Schema(implementation = CredentialsView.class),
              examples = @ExampleObject(name = "acme", value = Examples.CREDENTIALS)))
  public Response rotate(
      @PathParam("id") @Size(max = 40) String id, @Valid @Nullable Rotation rotation) {
    boolean endPrevious = rotation != null && Boolean.TRUE.equals(rotation.endPrevious());
    return once(
        rotation,
        () -> {
          TenantAccount account = administration.lock(Ids.readPath(TenantView.PREFIX, id));
          administration.rotate(account, endPrevious);
          TenantView view = TenantView.from(account);
          return new KeyedAnswers.Done<>(
              201, view, Map.of(HttpHeaders.LOCATION, "/v1/tenants/" + view.id()));
        },
        this::credentials);
  }

  @POST
  @Path("/{id}/reset")
  @PermissionsAllowed("tenants:write")
  @Keyed
  @Operation(
      operationId = "resetTenant",
      summary = "Empty a sandbox",
      description =
          "Takes away everything that any service holds of it: customers, orders, scores, points,"
              + " jobs. Its settings, its credentials and the audit trail stay, and its clock is the"
              + " real one again. Requests under way end first; events of before that are still on"
              + " their way are passed over. A live tenant refuses it.")
  @APIResponse(
      responseCode = "200",
      description = "Emptied; a service that is away follows",
      content =
          @Content(
              schema = @Schema(implementation = ResetView.class),
              examples = @ExampleObject(name = "acme", value = Examples.RESET)))
  public Response reset(@PathParam("id") @Size(max = 40) String id) {
    UUID tenant = Ids.readPath(TenantView.PREFIX, id);
    return once(
        null,
        () -> {
          TenantAccount account = administration.reset(administration.lock(tenant));
          return new KeyedAnswers.Done<>(
              200, TenantView.from(account), Map.of(HttpHeaders.ETAG, tag(account)));
        },
        view -> resets.await(view, directory.get(tenant).epoch()));
  }

  private Response once(
      @Nullable Object body,
      Supplier<KeyedAnswers.Done<TenantView>> effect,
      Function<TenantView, Object> entity) {
    return answers.once(scope::transaction, body, TenantView.class, effect, entity);
  }

  private CredentialsView credentials(TenantView tenant) {
    return CredentialsView.from(administration.credentials(tenant.slug()));
  }

  private static String tag(TenantAccount account) {
    return '"' + Long.toString(account.version) + '"';
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageTenantView")
  record TenantPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<TenantView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
