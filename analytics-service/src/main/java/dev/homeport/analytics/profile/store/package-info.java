/** Where profiles and consents lie, and what happens when a consent ends by itself. */
@NullMarked
package dev.homeport.analytics.profile.store;

import org.jspecify.annotations.NullMarked;
