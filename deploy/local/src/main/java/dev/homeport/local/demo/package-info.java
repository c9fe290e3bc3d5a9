/**
 * A merchant who does not exist: people who buy, give back and come again as the models of the
 * field say they do, and the documents that their orders leave. Everything follows from one seed.
 */
@NullMarked
package dev.homeport.local.demo;

import org.jspecify.annotations.NullMarked;
