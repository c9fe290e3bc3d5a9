/** What members do besides ordering, and what it earns. */
@NullMarked
package dev.homeport.loyalty.activity;

import org.jspecify.annotations.NullMarked;
