package dev.homeport.analytics.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is in the segments of the present tenant. */
public interface Members {

  /**
   * Members in the order in which they entered.
   *
   * @param since only those who entered then or later
   * @param after the last one of the page before
   */
  List<Member> list(Segment segment, @Nullable Instant since, @Nullable Member after, int limit);

  /** The segments that a customer is in, by key. */
  List<Membership> of(UUID customer);

  /** Those of some customers that have been heard of. */
  Set<UUID> known(Collection<UUID> customers);

  /** How many are on the list of a segment. */
  long listed(Segment segment);

  /**
   * Puts customers on the list of a segment, who are locked against other changes.
   *
   * @return those who were not members
   */
  Set<UUID> add(Segment segment, Collection<UUID> customers);

  /**
   * Takes customers off the list.
   *
   * @return those who were members
   */
  Set<UUID> remove(Segment segment, Collection<UUID> customers);

  /** A customer in a segment. */
  record Member(UUID customer, Instant since) {}

  /** A segment that a customer is in. */
  record Membership(String key, String name, SegmentKind kind, Instant since) {}
}
