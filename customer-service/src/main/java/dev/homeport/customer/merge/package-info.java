/** Makes several customers one, and takes it back. */
@NullMarked
package dev.homeport.customer.merge;

import org.jspecify.annotations.NullMarked;
