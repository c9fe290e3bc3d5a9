/** How much each client, tenant and group of routes may ask for, by the tenant's plan. */
@NullMarked
package dev.homeport.gateway.limits;

import org.jspecify.annotations.NullMarked;
