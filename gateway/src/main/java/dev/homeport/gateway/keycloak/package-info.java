/** Keycloak as the gateway uses it: tokens by client credentials, and the clients of tenants. */
@NullMarked
package dev.homeport.gateway.keycloak;

import org.jspecify.annotations.NullMarked;
