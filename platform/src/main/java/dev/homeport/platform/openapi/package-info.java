/** The part of the OpenAPI document that is the same for every operation of every service. */
@NullMarked
package dev.homeport.platform.openapi;

import org.jspecify.annotations.NullMarked;
