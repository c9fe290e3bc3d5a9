/** SQL of this service, run under the present tenant. */
@NullMarked
package dev.homeport.analytics.database;

import org.jspecify.annotations.NullMarked;
