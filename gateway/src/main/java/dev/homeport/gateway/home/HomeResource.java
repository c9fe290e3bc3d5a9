package dev.homeport.gateway.home;

import dev.homeport.platform.tenant.WithoutTenant;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says to whoever comes to the bare address what this is. */
@Path("/")
@Tag(name = "Home", description = "What is here, and where.")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@WithoutTenant
public class HomeResource {
  private static final String EXAMPLE =
      """
      {"name":"Homeport","description":"Customer relationship management for cross-border \
      e-commerce","version":"1.4.0","api":"/v1","links":{"docs":"/docs","openapi":"/openapi.json",\
      "openapi-yaml":"/openapi.yaml","asyncapi":"/asyncapi.json","asyncapi-yaml":"/asyncapi.yaml",\
      "health":"/q/health/suite"}}""";

  private static final Map<String, String> LINKS =
      new TreeMap<>(
          Map.of(
              "docs", "/docs",
              "openapi", "/openapi.json",
              "openapi-yaml", "/openapi.yaml",
              "asyncapi", "/asyncapi.json",
              "asyncapi-yaml", "/asyncapi.yaml",
              "health", "/q/health/suite"));

  private final Home home;

  HomeResource(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.home =
        new Home(
            "Homeport",
            "Customer relationship management for cross-border e-commerce",
            version,
            "/v1",
            LINKS);
  }

  /** What is here. */
  @GET
  @Operation(
      operationId = "getHome",
      summary = "What this is",
      description = "Names the product and where its documents are. Needs no token.")
  @APIResponse(
      responseCode = "200",
      description = "What is here, and where",
      content =
          @Content(
              schema = @Schema(implementation = Home.class),
              examples = @ExampleObject(name = "home", value = EXAMPLE)))
  public Home get() {
    return home;
  }

  /**
   * The answer.
   *
   * @param version of this installation
   * @param api where all operations begin
   * @param links paths by what is found there
   */
  public record Home(
      String name, String description, String version, String api, Map<String, String> links) {}
}
