package dev.homeport.analytics.segment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group of customers, as it is defined at present.
 *
 * @param key by which it is known, in kebab case
 * @param name for people
 * @param expression who belongs in; null for a list
 * @param daily whether the expression may answer otherwise on another day
 * @param version counts the definitions, from 1
 * @param size members now
 * @param settled whether everybody has been looked at since the last definition
 * @param changedBy who gave it this definition
 */
public record Segment(
    UUID id,
    String key,
    SegmentKind kind,
    String name,
    @Nullable String description,
    @Nullable String expression,
    boolean daily,
    long version,
    long size,
    boolean settled,
    Instant createdAt,
    Instant changedAt,
    String changedBy) {
  /** The prefix of its identifier. */
  public static final String PREFIX = "seg";

  /** What keys look like. */
  public static final String KEY = "^[a-z0-9][a-z0-9-]{0,63}$";

  /** The most segments of a tenant. */
  public static final int MOST = 200;

  /** The most customers on a list. */
  public static final int LONGEST_LIST = 500_000;
}
