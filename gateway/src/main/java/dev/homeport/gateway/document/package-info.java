/** The one OpenAPI document of the suite, merged from those of the services. */
@NullMarked
package dev.homeport.gateway.document;

import org.jspecify.annotations.NullMarked;
