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

/** The description of all events that the services tell each other. */
@Path("/")
@Tag(name = "Home")
@PermitAll
@WithoutTenant
@RunOnVirtualThread
class SuiteEventsResource {
  private static final String WHAT =
      "Merged from the services at this moment: topics, messages and their schemas. As long as a"
          + " service has not answered, the document names it under `x-missing-services`. Needs no"
          + " token.";
  private static final String EXAMPLE =
      """
      {"asyncapi":"3.0.0","info":{"title":"Homeport events","version":"1.0.0"},"channels":{}}""";
  private static final String YAML_EXAMPLE =
      """
      asyncapi: 3.0.0
      info: {title: Homeport events, version: 1.0.0}
      channels: {}""";

  private final SuiteEventsDocument document;

  SuiteEventsResource(SuiteEventsDocument document) {
    this.document = document;
  }

  @GET
  @Path("asyncapi.json")
  @Operation(
      operationId = "getEventDocument",
      summary = "The events of the whole suite",
      description = "AsyncAPI 3.0 in JSON. " + WHAT)
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
  @Path("asyncapi.yaml")
  @Operation(
      operationId = "getEventDocumentAsYaml",
      summary = "The events of the whole suite, in YAML",
      description = "AsyncAPI 3.0 in YAML. " + WHAT)
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
