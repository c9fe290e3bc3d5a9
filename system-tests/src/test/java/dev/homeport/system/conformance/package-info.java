/** Every operation of every service, held against the conventions by its own OpenAPI document. */
@NullMarked
package dev.homeport.system.conformance;

import org.jspecify.annotations.NullMarked;
