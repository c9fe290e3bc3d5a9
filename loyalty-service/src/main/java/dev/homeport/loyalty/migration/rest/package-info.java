/** Members from another system over HTTP. */
@NullMarked
package dev.homeport.loyalty.migration.rest;

import org.jspecify.annotations.NullMarked;
