package dev.homeport.analytics.segment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Files of members. */
public interface Exports {

  /** Begins a file. */
  Export begin(UUID id, Segment segment, ExportFormat format, Instant expiresAt);

  /** Adds the next part. */
  void add(UUID id, int number, String body);

  /** Ends it: from now on it can be fetched. */
  void complete(UUID id);

  /** A file that is complete and has not expired. */
  Optional<Export> find(UUID id);

  /** One part of it; empty after the last. */
  Optional<String> part(UUID id, int number);

  /** A file of members. */
  record Export(UUID id, String segmentKey, ExportFormat format, Instant expiresAt) {
    /** The prefix of its identifier. */
    public static final String PREFIX = "sxp";
  }
}
