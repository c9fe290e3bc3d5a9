/** The API keys of a tenant: made, rotated and revoked by the tenant itself. */
@NullMarked
package dev.homeport.gateway.apikey;

import org.jspecify.annotations.NullMarked;
