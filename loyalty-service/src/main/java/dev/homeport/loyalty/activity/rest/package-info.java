/** Activities over HTTP. */
@NullMarked
package dev.homeport.loyalty.activity.rest;

import org.jspecify.annotations.NullMarked;
