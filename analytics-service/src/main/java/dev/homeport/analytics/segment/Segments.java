package dev.homeport.analytics.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The segments of the present tenant. */
public interface Segments {

  /** One of them. */
  Optional<Segment> find(String key);

  /** Those that come after a key, by key. */
  List<Segment> list(String after, int limit);

  /**
   * One of them, which nobody else changes until the transaction ends; nor does anybody make one,
   * or move customers.
   */
  Optional<Segment> lock(String key);

  /** How many there are. */
  long count();

  /**
   * Makes a segment. Whoever belongs in enters, at once as far as that is done in a moment.
   *
   * @param announce whether events tell of it
   */
  Segment create(Definition definition, String by, boolean announce);

  /** Gives a segment another definition; whoever belongs in enters, and who does not leaves. */
  Segment change(Segment segment, Definition definition, String by, boolean announce);

  /** Takes a segment away; its members leave. */
  void remove(Segment segment, boolean announce);

  /** Sees to it that what segments see of everybody is derived again, and members follow. */
  void deriveAgain();

  /** The definitions that a segment has had, the newest first. */
  List<Version> versions(Segment segment, int limit);

  /** The days on which somebody entered or left, oldest first. */
  List<Day> days(Segment segment, LocalDate from, LocalDate to);

  /** How large it was before a day. */
  long sizeBefore(Segment segment, LocalDate day);

  /**
   * A definition.
   *
   * @param expression null for a list
   */
  record Version(
      long version,
      String name,
      @Nullable String expression,
      Instant changedAt,
      String changedBy) {}

  /** What happened on a day, and how large the segment was at its end. */
  record Day(LocalDate day, long size, long entered, long left) {}
}
