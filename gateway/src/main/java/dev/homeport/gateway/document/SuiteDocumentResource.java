package dev.homeport.gateway.document;

import dev.homeport.platform.tenant.WithoutTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The description of everything that the gateway answers, for programs and for people. */
@Path("/")
@Tag(name = "Home")
@PermitAll
@WithoutTenant
@RunOnVirtualThread
class SuiteDocumentResource {
  private static final String WHAT =
      "Merged from the services at this moment. As long as a service has not answered, the document"
          + " names it under `x-missing-services`. Needs no token.";
  private static final String EXAMPLE =
      """
      {"openapi":"3.1.0","info":{"title":"Homeport","version":"1"},"paths":{}}""";
  private static final String YAML_EXAMPLE =
      """
      openapi: 3.1.0
      info: {title: Homeport, version: "1"}
      paths: {}""";

  private final SuiteDocument document;

  SuiteDocumentResource(SuiteDocument document) {
    this.document = document;
  }

  @GET
  @Path("openapi.json")
  @Operation(
      operationId = "getApiDocument",
      summary = "The API of the whole suite",
      description = "OpenAPI 3.1 in JSON. " + WHAT)
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "beginning", value = EXAMPLE)))
  public RestResponse<byte[]> json(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_ENCODING)
          @Nullable String encoding) {
    return document.edition().json().answer(encoding).build();
  }

  @GET
  @Path("openapi.yaml")
  @Operation(
      operationId = "getApiDocumentAsYaml",
      summary = "The API of the whole suite, in YAML",
      description = "OpenAPI 3.1 in YAML. " + WHAT)
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = "application/yaml",
              schema = @Schema(type = SchemaType.STRING, maxLength = 10_000_000),
              examples = @ExampleObject(name = "beginning", value = YAML_EXAMPLE)))
  public RestResponse<byte[]> yaml(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_ENCODING)
          @Nullable String encoding) {
    return document.edition().yaml().answer(encoding).build();
  }
}
