/** Members: the identities of a customer and the points on them, as they are read. */
@NullMarked
package dev.homeport.loyalty.member;

import org.jspecify.annotations.NullMarked;
