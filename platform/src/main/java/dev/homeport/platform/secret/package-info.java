/**
 * Encryption at rest: AES-256-GCM under keys of one tenant. The root is the deployment's secret; it
 * wraps a random key for each tenant, which wraps the keys of days and of people.
 */
@NullMarked
package dev.homeport.platform.secret;

import org.jspecify.annotations.NullMarked;
