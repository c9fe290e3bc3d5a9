/** What a merchant wants to know of customers beside what everybody does. */
@NullMarked
package dev.homeport.customer.attribute;

import org.jspecify.annotations.NullMarked;
