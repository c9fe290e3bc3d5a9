/** Members over HTTP. */
@NullMarked
package dev.homeport.loyalty.member.rest;

import org.jspecify.annotations.NullMarked;
