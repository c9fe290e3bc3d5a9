/** The suite as its users meet it: packaged services, real Keycloak, broker and database. */
@NullMarked
package dev.homeport.system;

import org.jspecify.annotations.NullMarked;
