/** Rewards and vouchers over HTTP. */
@NullMarked
package dev.homeport.loyalty.reward.rest;

import org.jspecify.annotations.NullMarked;
