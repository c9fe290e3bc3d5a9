/** The one address that storefronts and integrations know. It decides nothing about business. */
@NullMarked
package dev.homeport.gateway;

import org.jspecify.annotations.NullMarked;
