/** What happens because time passes, in real tenants and, sooner, in sandboxes. */
@NullMarked
package dev.homeport.platform.due;

import org.jspecify.annotations.NullMarked;
