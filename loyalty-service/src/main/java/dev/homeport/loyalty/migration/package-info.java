/** What members bring along from another system. */
@NullMarked
package dev.homeport.loyalty.migration;

import org.jspecify.annotations.NullMarked;
