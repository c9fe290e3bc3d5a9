package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.attribute.Attribute;
import dev.homeport.customer.attribute.Attributes;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.Registration;
import dev.homeport.customer.profile.StatedProfile;
import dev.homeport.customer.profile.rest.CustomerBatchResult.Item;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Making some customers at once. */
@Path("/v1/customers/batch")
@Tag(name = "Customers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerBatchResource {
  private static final int MULTI_STATUS = 207;

  private final Registration registration;
  private final Attributes attributes;
  private final JsonDocuments json;
  private final Audit audit;
  private final Clock clock;

  CustomerBatchResource(
      Registration registration,
      Attributes attributes,
      JsonDocuments json,
      Audit audit,
      Clock clock) {
    this.registration = registration;
    this.attributes = attributes;
    this.json = json;
    this.audit = audit;
    this.clock = clock;
  }

  @POST
  @Idempotent
  @PermissionsAllowed("customers:write")
  @Operation(
      operationId = "createCustomers",
      summary = "Make up to 250 customers",
      description =
          "Each item is read by itself, as `POST /v1/customers` would. With `atomic` one refused"
              + " item keeps all others from being made.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CustomerBatch.class),
              examples = @ExampleObject(name = "batch", value = CustomerBatch.EXAMPLE)))
  @APIResponse(
      responseCode = "207",
      description = "What became of each item.",
      content =
          @Content(
              schema = @Schema(implementation = CustomerBatchResult.class),
              examples = @ExampleObject(name = "batch", value = CustomerBatchResult.EXAMPLE)))
  public Response create(
      @Parameter(description = "All or nothing.") @QueryParam("atomic") @DefaultValue("false")
          boolean atomic,
      @Valid CustomerBatch batch) {
    Item[] items = new Item[batch.items().size()];
    List<StatedProfile> sound = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Map<String, Attribute> declared = attributes.declared();
    for (int i = 0; i < items.length; i++) {
      try {
        sound.add(read(batch.items().get(i), declared));
        places.add(i);
      } catch (Problem problem) {
        items[i] = Item.of(i, problem);
      }
    }
    boolean applied = !atomic || sound.size() == items.length;
    for (int i = 0; i < sound.size(); i++) {
      int place = places.get(i);
      items[place] =
          applied
              ? Item.made(place, make(sound.get(i)))
              : Item.of(place, Problem.of(CustomerProblem.BATCH_NOT_APPLIED));
    }
    return Response.status(MULTI_STATUS)
        .entity(new CustomerBatchResult(Arrays.asList(items)))
        .build();
  }

  private String make(StatedProfile stated) {
    String id = Ids.show(Profile.PREFIX, registration.register(stated).id());
    audit.record("customer.create", "customer", id, null, CustomerAudit.of(stated));
    return id;
  }

  private StatedProfile read(JsonNode item, Map<String, Attribute> declared) {
    CustomerDocument document = json.valid(json.read(item, CustomerDocument.class));
    return StatedDocument.read(
        document, declared, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
