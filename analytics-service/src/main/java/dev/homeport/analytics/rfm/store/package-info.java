/** Where RFM measures are read, and how cut points are kept up to date. */
@NullMarked
package dev.homeport.analytics.rfm.store;

import org.jspecify.annotations.NullMarked;
