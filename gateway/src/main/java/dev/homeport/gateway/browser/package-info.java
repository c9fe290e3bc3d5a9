/** What browsers need to know: whose scripts may call, and what they may do with an answer. */
@NullMarked
package dev.homeport.gateway.browser;

import org.jspecify.annotations.NullMarked;
