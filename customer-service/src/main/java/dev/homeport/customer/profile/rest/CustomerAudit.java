package dev.homeport.customer.profile.rest;

import dev.homeport.customer.profile.StatedProfile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail keeps of a write to a customer: it outlives an erasure, so personal values
 * are only named.
 *
 * @param changed the personal fields that the write changed
 */
record CustomerAudit(
    @Nullable String country,
    @Nullable String language,
    @Nullable String timeZone,
    List<String> tags,
    List<String> changed) {

  static CustomerAudit of(StatedProfile state) {
    return new CustomerAudit(
        state.country(), state.language(), state.timeZone(), state.tags(), List.of());
  }

  static CustomerAudit of(StatedProfile state, StatedProfile before) {
    var changed =
        Stream.of(
                differs("name", state.name(), before.name()),
                differs("emails", state.emails(), before.emails()),
                differs("phones", state.phones(), before.phones()),
                differs("addresses", state.addresses(), before.addresses()),
                differs("birthday", state.birthday(), before.birthday()),
                differs("attributes", state.attributes(), before.attributes()))
            .filter(Objects::nonNull)
            .toList();
    return new CustomerAudit(
        state.country(), state.language(), state.timeZone(), state.tags(), changed);
  }

  private static @Nullable String differs(
      String field, @Nullable Object now, @Nullable Object before) {
    return Objects.equals(now, before) ? null : field;
  }
}
