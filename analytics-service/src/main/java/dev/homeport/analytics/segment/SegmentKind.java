package dev.homeport.analytics.segment;

/** Where the members of a segment come from. */
public enum SegmentKind {
  /** A rule decides, at any time. */
  DYNAMIC,
  /** Somebody puts them on a list. */
  STATIC
}
