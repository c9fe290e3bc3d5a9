package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.contract.MemberChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been told of a member in a programme.
 *
 * @param state as it was told last; null while nothing has been told
 * @param lookedAt as of when the member was looked at last
 * @param lookAt when the tier can become another by itself; null for never
 */
record Told(
    MemberKey key, @Nullable MemberChanged state, Instant lookedAt, @Nullable Instant lookAt) {

  long revision() {
    return state == null ? 0 : state.revision();
  }
}
