/** Merges over HTTP. */
@NullMarked
package dev.homeport.customer.merge.rest;

import org.jspecify.annotations.NullMarked;
