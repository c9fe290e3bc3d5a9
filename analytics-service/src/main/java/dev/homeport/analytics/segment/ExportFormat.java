package dev.homeport.analytics.segment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** How members are written into a file. */
public enum ExportFormat {
  NDJSON("application/x-ndjson"),
  CSV("text/csv");

  private final String mediaType;

  ExportFormat(String mediaType) {
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
  public String lines(List<Members.Member> members, Function<UUID, String> id) {
    var text = new StringBuilder();
    members.forEach(member -> text.append(line(id.apply(member.customer()), member.since())));
    return text.toString();
  }
}
