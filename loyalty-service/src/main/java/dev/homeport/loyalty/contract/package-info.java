/** What we promise to others, beside the views of each resource. */
@NullMarked
package dev.homeport.loyalty.contract;

import org.jspecify.annotations.NullMarked;
