/** Candidates, and how a tenant wants them found, over HTTP. */
@NullMarked
package dev.homeport.customer.candidate.rest;

import org.jspecify.annotations.NullMarked;
