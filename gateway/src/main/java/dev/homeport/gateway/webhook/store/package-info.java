/** Endpoints, lanes and deliveries in the database. */
@NullMarked
package dev.homeport.gateway.webhook.store;

import org.jspecify.annotations.NullMarked;
