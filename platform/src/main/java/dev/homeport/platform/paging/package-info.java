/** Keyset paging with signed cursors. */
@NullMarked
package dev.homeport.platform.paging;

import org.jspecify.annotations.NullMarked;
