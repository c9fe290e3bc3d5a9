/** Webhooks out: a tenant's events, signed, to the addresses it names. */
@NullMarked
package dev.homeport.gateway.webhook;

import org.jspecify.annotations.NullMarked;
