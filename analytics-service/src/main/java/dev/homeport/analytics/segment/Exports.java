package dev.homeport.analytics.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of members. */
public interface Exports {

  /** Begins a file. */
  Export begin(UUID id, Segment segment, Format format, Instant expiresAt);

  /** Adds the next part. */
  void add(UUID id, int number, String body);

  /** Ends it: from now on it can be fetched. */
  void complete(UUID id);

  /** A file that is complete and has not expired. */
  Optional<Export> find(UUID id);

  /** One part of it; empty after the last. */
  Optional<String> part(UUID id, int number);

  /** A file of members. */
  record Export(UUID id, String segmentKey, Format format, Instant expiresAt) {
    /** The prefix of its identifier. */
    public static final String PREFIX = "sxp";
  }

  /** How members are written. */
  enum Format {
    NDJSON("application/x-ndjson"),
    CSV("text/csv");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    /** The media type of the file. */
    public String mediaType() {
      return mediaType;
    }

    /** What stands before the first member. */
    public String header() {
      return this == CSV ? "customerId,since\r\n" : "";
    }

    /** One member. */
    public String line(String customer, Instant since) {
      return this == CSV
          ? customer + "," + since + "\r\n"
          : "{\"customerId\":\"" + customer + "\",\"since\":\"" + since + "\"}\n";
    }

    /** Of all members in one string. */
    public String lines(
        List<Members.Member> members, java.util.function.Function<UUID, String> id) {
      var text = new StringBuilder();
      members.forEach(member -> text.append(line(id.apply(member.customer()), member.since())));
      return text.toString();
    }
  }
}
