package dev.homeport.gateway.tenant;

import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads tenants for administrators. */
@ApplicationScoped
public class TenantDirectory {
  private final TenantScope scope;
  private final Cursors cursors;

  TenantDirectory(TenantScope scope, Cursors cursors) {
    this.scope = scope;
    this.cursors = cursors;
  }

  /**
   * A tenant and the version of what is shown.
   *
   * @param epoch how often it has been emptied
   */
  public record Versioned(TenantView tenant, long version, int epoch) {}

  /** In the order of slugs; only the one with a slug, if one is named. */
  public Page<TenantView> list(@Nullable String slug, PageRequest page) {
    Paging paging = cursors.open(page);
    String after = paging.first() ? "" : paging.after().getFirst();
    return paging.page(
        scope.transaction(() -> read(slug, after, paging.fetch())),
        view -> view,
        view -> List.of(view.slug()));
  }

  /** 404 when there is none. */
  public Versioned get(UUID id) {
    return scope.transaction(
        () ->
            Optional.<TenantAccount>ofNullable(TenantAccount.findById(id))
                .map(
                    account ->
                        new Versioned(TenantView.from(account), account.version, account.epoch))
                .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND)));
  }

  /** Which tenants allow scripts of an origin, by origin. */
  public Map<String, Set<UUID>> origins() {
    var tenants = new HashMap<String, Set<UUID>>();
    for (TenantAccount account : scope.transaction(TenantAccount::withOrigins)) {
      account.allowedOrigins.forEach(
          origin -> tenants.computeIfAbsent(origin, _ -> new HashSet<>()).add(account.id));
    }
    return tenants;
  }

  private static List<TenantView> read(@Nullable String slug, String after, int limit) {
    List<TenantAccount> accounts =
        slug == null
            ? TenantAccount.after(after, limit)
            : TenantAccount.bySlug(slug).stream().toList();
    return accounts.stream().map(TenantView::from).toList();
  }
}
