/** The requests of tenants by month and day: kept, and shown to tenants and administrators. */
@NullMarked
package dev.homeport.gateway.usage;

import org.jspecify.annotations.NullMarked;
