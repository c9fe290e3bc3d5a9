/** Endpoints, their log and what can be asked of it, over HTTP. */
@NullMarked
package dev.homeport.gateway.webhook.rest;

import org.jspecify.annotations.NullMarked;
