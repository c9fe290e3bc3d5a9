/**
 * What every request and response has in common: strict JSON, limits, entity tags, merge patches.
 */
@NullMarked
package dev.homeport.platform.http;

import org.jspecify.annotations.NullMarked;
