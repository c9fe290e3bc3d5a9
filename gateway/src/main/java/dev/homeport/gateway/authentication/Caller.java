package dev.homeport.gateway.authentication;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials they are.
 *
 * @param client the client's id at Keycloak
 * @param tenant that the token names; null for clients of the platform
 */
public record Caller(String client, @Nullable UUID tenant) {}
