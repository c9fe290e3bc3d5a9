/** Single orders, batches and imports over HTTP. */
@NullMarked
package dev.homeport.order.intake.rest;

import org.jspecify.annotations.NullMarked;
