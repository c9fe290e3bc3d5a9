/** API keys over HTTP. */
@NullMarked
package dev.homeport.gateway.apikey.rest;

import org.jspecify.annotations.NullMarked;
