package dev.homeport.customer.attribute;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Declaring attributes. */
@Path("/v1/customer-attributes")
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AttributesResource {
  private final Attributes attributes;
  private final Cursors cursors;
  private final Audit audit;

  AttributesResource(Attributes attributes, Cursors cursors, Audit audit) {
    this.attributes = attributes;
    this.cursors = cursors;
    this.audit = audit;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "declareCustomerAttribute",
      summary = "Declare an attribute of customers",
      description = "With its type, which never changes: values of another type are refused.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = AttributeDocument.class),
              examples = @ExampleObject(name = "enum", value = AttributeDocument.EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      description = "The attribute.",
      content =
          @Content(
              schema = @Schema(implementation = AttributeDocument.class),
              examples = @ExampleObject(name = "enum", value = AttributeDocument.EXAMPLE)))
  public Response declare(@Valid AttributeDocument document) {
    Attribute attribute = document.attribute();
    if ((attribute.type() == Attribute.Type.ENUM) == attribute.choices().isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_VALUE)
          .at("/choices", "belong to an enum, and to no other type");
    }
    if (!attributes.add(attribute)) {
      throw Problem.of(CustomerProblem.ATTRIBUTE_EXISTS).at("/code", "is that of an attribute");
    }
    audit.record(
        "customer-attribute.declare", "customer-attribute", attribute.name(), null, document);
    return Response.created(URI.create("/v1/customer-attributes/" + attribute.name()))
        .entity(AttributeDocument.of(attribute))
        .build();
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listCustomerAttributes",
      summary = "List the declared attributes",
      description = "By code.")
  @APIResponse(
      responseCode = "200",
      description = "A page of attributes.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AttributePage.class),
              examples = @ExampleObject(name = "one", value = AttributeDocument.PAGE)))
  public Page<AttributeDocument> list(@BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    return paging.page(
        attributes.list(paging.first() ? "" : paging.after().getFirst(), paging.fetch()),
        AttributeDocument::of,
        attribute -> List.of(attribute.name()));
  }

  @GET
  @Path("{code}")
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "getCustomerAttribute",
      summary = "Read a declared attribute",
      description = "Its type, and what an enum can be.")
  @APIResponse(
      responseCode = "200",
      description = "The attribute.",
      content =
          @Content(
              schema = @Schema(implementation = AttributeDocument.class),
              examples = @ExampleObject(name = "enum", value = AttributeDocument.EXAMPLE)))
  public AttributeDocument get(
      @Parameter(description = "The attribute.", example = "shirtSize")
          @PathParam("code")
          @Size(max = 64)
          String code) {
    return attributes
        .find(code)
        .map(AttributeDocument::of)
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageCustomerAttribute")
  record AttributePage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<AttributeDocument> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
