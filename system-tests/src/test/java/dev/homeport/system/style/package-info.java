/** The OpenAPI documents as texts, held against a ruleset by Spectral. */
@NullMarked
package dev.homeport.system.style;

import org.jspecify.annotations.NullMarked;
