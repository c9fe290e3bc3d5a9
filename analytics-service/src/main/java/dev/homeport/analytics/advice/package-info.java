/** What to do next about a customer, by what is known of them. */
@NullMarked
package dev.homeport.analytics.advice;

import org.jspecify.annotations.NullMarked;
