/** Purposes and consents over HTTP. */
@NullMarked
package dev.homeport.customer.consent.rest;

import org.jspecify.annotations.NullMarked;
