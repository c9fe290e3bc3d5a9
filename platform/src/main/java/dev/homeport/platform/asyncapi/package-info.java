/** What a service says of its events, as one document that stands by itself. */
@NullMarked
package dev.homeport.platform.asyncapi;

import org.jspecify.annotations.NullMarked;
