/** Tenants over HTTP, for platform administrators. */
@NullMarked
package dev.homeport.gateway.tenant.rest;

import org.jspecify.annotations.NullMarked;
