/** Who changed what, when and why; chained by hashes, so that a removed or changed entry shows. */
@NullMarked
package dev.homeport.platform.audit;

import org.jspecify.annotations.NullMarked;
