package dev.homeport.platform.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * {@code dev.homeport.access-contributed.v1}: a part of what a service holds of a person.
 *
 * @param part from 0
 * @param parts how many there are; one at least, perhaps without rows
 * @param holding what the rows are, for example {@code orders}
 */
public record AccessContributed(
    UUID requestId,
    UUID customerId,
    String service,
    Instant contributedAt,
    int part,
    int parts,
    String holding,
    List<JsonNode> rows) {
  /** The CloudEvents type. */
  public static final String TYPE = "dev.homeport.access-contributed.v1";
}
