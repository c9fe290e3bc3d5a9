/** Holds and redemptions over HTTP. */
@NullMarked
package dev.homeport.loyalty.spend.rest;

import org.jspecify.annotations.NullMarked;
