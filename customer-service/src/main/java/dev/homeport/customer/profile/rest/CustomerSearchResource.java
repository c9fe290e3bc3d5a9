package dev.homeport.customer.profile.rest;

import static java.util.stream.Collectors.toMap;

import dev.homeport.customer.profile.CustomerSearch;
import dev.homeport.customer.profile.CustomerSearch.Found;
import dev.homeport.customer.profile.Profiles;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Customers, found by what is known of them. */
@Path("/v1/customers")
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerSearchResource {
  private final CustomerSearch search;
  private final Profiles profiles;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;
  private final Cursors cursors;

  CustomerSearchResource(
      CustomerSearch search,
      Profiles profiles,
      KeyedIds keyedIds,
      CurrentTenant tenant,
      Cursors cursors) {
    this.search = search;
    this.profiles = profiles;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
    this.cursors = cursors;
  }

  @GET
  @Transactional
  @PermissionsAllowed("customers:read")
  @Operation(
      operationId = "listCustomers",
      summary = "Find customers",
      description =
          "The newest first; with `name` in the order of names; with `similarTo` the most alike"
              + " first, of which there is one page. Filters that are given must all hold.")
  @APIResponse(
      responseCode = "200",
      description = "A page of customers.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CustomerPage.class),
              examples = @ExampleObject(name = "one", value = CustomerExamples.PAGE)))
  public Page<CustomerView> list(
      @BeanParam @Valid CustomerFilter filter, @BeanParam PageRequest page) {
    Paging paging = cursors.open(page);
    Map<UUID, Found> found =
        search.find(filter.query(keyedIds, tenant.id()), paging.after(), paging.fetch()).stream()
            .collect(toMap(Found::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    return paging.page(
        profiles.findAll(List.copyOf(found.keySet())),
        CustomerView::of,
        profile -> Objects.requireNonNull(found.get(profile.id())).place());
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageCustomerView")
  record CustomerPage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<CustomerView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
