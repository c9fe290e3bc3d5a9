/** The way out: claims, requests to addresses that were checked, and what comes of them. */
@NullMarked
package dev.homeport.gateway.webhook.sending;

import org.jspecify.annotations.NullMarked;
