package dev.homeport.gateway.apikey;

import dev.homeport.gateway.keycloak.KeyClient;
import dev.homeport.gateway.keycloak.KeyClients;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the API keys of the tenant at hand. */
@ApplicationScoped
public class KeyDirectory {
  private final KeyTable table;
  private final KeyClients clients;
  private final Cursors cursors;

  KeyDirectory(KeyTable table, KeyClients clients, Cursors cursors) {
    this.table = table;
    this.clients = clients;
    this.cursors = cursors;
  }

  /** The newest first; only those of a status, if one is named. */
  @Transactional
  public Page<KeyView> list(@Nullable KeyStatus status, PageRequest page) {
    Paging paging = cursors.open(page);
    UUID before = paging.first() ? null : UUID.fromString(paging.after().getFirst());
    Instant now = Instant.now();
    return paging.page(
        table.list(status, before, paging.fetch()),
        key -> KeyView.from(key, now),
        key -> List.of(key.id()));
  }

  /** 404 when there is none. */
  @Transactional
  public KeyView get(UUID id) {
    return table
        .find(id, false)
        .map(key -> KeyView.from(key, Instant.now()))
        .orElseThrow(() -> Problem.of(CommonProblem.NOT_FOUND));
  }

  /** The present secret of a client, from Keycloak; empty when it is gone. */
  public Optional<String> secret(String clientId) {
    return clients.find(clientId).map(KeyClient::secret);
  }

  /** The identifier in a path. */
  public static UUID id(String text) {
    return Ids.readPath(IssuedKey.PREFIX, text);
  }
}
