/**
 * The whole suite on one machine without containers: PostgreSQL, Kafka, Keycloak and the services
 * as processes. Tests use the same classes as the commands do.
 */
@NullMarked
package dev.homeport.local;

import org.jspecify.annotations.NullMarked;
