/** Who is calling: access tokens of Keycloak, and API keys that stand for one. */
@NullMarked
package dev.homeport.gateway.authentication;

import org.jspecify.annotations.NullMarked;
