/** The topics whose events are delivered. */
@NullMarked
package dev.homeport.gateway.webhook.inbound;

import org.jspecify.annotations.NullMarked;
