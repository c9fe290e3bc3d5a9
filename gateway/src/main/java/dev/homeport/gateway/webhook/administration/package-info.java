/** What a tenant does with its endpoints. */
@NullMarked
package dev.homeport.gateway.webhook.administration;

import org.jspecify.annotations.NullMarked;
