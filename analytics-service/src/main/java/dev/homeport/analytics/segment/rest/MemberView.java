package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Members.Member;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer in a segment. */
@Schema(name = "SegmentMember")
record MemberView(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000002") String customerId,
    Instant since) {

  static MemberView of(Member member) {
    return new MemberView(Ids.show("cus", member.customer()), member.since());
  }
}
