/** Spend, rules of attribution and acquisition economics over HTTP. */
@NullMarked
package dev.homeport.analytics.acquisition.rest;

import org.jspecify.annotations.NullMarked;
