/** The clock of a sandbox, which its merchant can set. */
@NullMarked
package dev.homeport.gateway.tenant.sandbox;

import org.jspecify.annotations.NullMarked;
