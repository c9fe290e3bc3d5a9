/** Programmes over HTTP: drafts, review, approval, and the versions that run. */
@NullMarked
package dev.homeport.loyalty.programme.rest;

import org.jspecify.annotations.NullMarked;
