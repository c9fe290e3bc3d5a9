/** Jobs over HTTP: look, read the errors, cancel. */
@NullMarked
package dev.homeport.platform.job.rest;

import org.jspecify.annotations.NullMarked;
