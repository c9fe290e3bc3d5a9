package dev.homeport.gateway.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Clients that this replica has seen revoked, for longer than any token of theirs is good. */
@ApplicationScoped
class RevokedClients {
  private static final Duration KEPT = Duration.ofMinutes(30);
  private static final int CLIENTS = 100_000;

  private final Cache<String, Boolean> revoked =
      Caffeine.newBuilder().maximumSize(CLIENTS).expireAfterWrite(KEPT).build();

  void add(String clientId) {
    revoked.put(clientId, true);
  }

  boolean has(String clientId) {
    return revoked.getIfPresent(clientId) != null;
  }
}
