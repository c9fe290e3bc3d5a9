package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.contract.MemberChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * In which tier a member is.
 *
 * @param tier null below the first
 * @param lookAt when that can become another by itself; null for never
 */
record Standing(MemberChanged.@Nullable Tier tier, @Nullable Instant lookAt) {
  static final Standing NONE = new Standing(null, null);
}
