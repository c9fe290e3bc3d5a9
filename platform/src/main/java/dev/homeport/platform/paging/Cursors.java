package dev.homeport.platform.paging;

import dev.homeport.platform.id.DeploymentSecret;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens lists for reading page by page. A cursor is bound to the tenant, to the path and to all
 * query parameters but {@code limit} and {@code cursor}: with a changed filter it is refused.
 */
@ApplicationScoped
public class Cursors {
  private final CursorSeal seal;
  private final CurrentTenant tenant;
  private final UriInfo request;

  Cursors(DeploymentSecret secret, CurrentTenant tenant, UriInfo request) {
    this.seal = new CursorSeal(secret.derive("homeport cursor", new byte[0]));
    this.tenant = tenant;
    this.request = request;
  }

  /**
   * Begins a page of the list of the present request.
   *
   * @param filters what else decides the content of the list and is no query parameter
   */
  public Paging open(PageRequest page, @Nullable Object... filters) {
    if (page.limit() < 1 || page.limit() > PageRequest.MAX_LIMIT) {
      String range = "must be a whole number from 1 to " + PageRequest.MAX_LIMIT;
      throw Problem.of(CommonProblem.INVALID_PARAMETER).in("limit", range);
    }
    List<String> context = context(filters);
    return new Paging(page.limit(), after(page, context), last -> seal.seal(context, last));
  }

  private List<String> after(PageRequest page, List<String> context) {
    String cursor = page.cursor();
    if (cursor == null) {
      return List.of();
    }
    if (cursor.length() > PageRequest.MAX_CURSOR) {
      throw CursorSeal.invalid();
    }
    return seal.open(context, cursor);
  }

  private List<String> context(@Nullable Object[] filters) {
    var context = new ArrayList<String>();
    context.add(tenant.find().map(UUID::toString).orElse(""));
    context.add(request.getPath());
    var query = new TreeMap<>(request.getQueryParameters());
    query.remove("limit");
    query.remove("cursor");
    query.forEach(
        (name, values) -> {
          context.add(name);
          context.add(values.toString());
        });
    Arrays.stream(filters).map(Objects::toString).forEach(context::add);
    return context;
  }
}
