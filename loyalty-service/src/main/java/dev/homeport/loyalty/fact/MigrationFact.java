package dev.homeport.loyalty.fact;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer brought along from another system: points, and a tier. There is one of each buyer
 * and programme; a later one replaces it.
 *
 * @param programme by its key
 * @param migratedAt when it came
 */
public record MigrationFact(
    UUID id,
    UUID identityId,
    long revision,
    String programme,
    Instant migratedAt,
    List<Points> lots,
    @Nullable Tier tier)
    implements Fact {

  /** Copies the lots. */
  public MigrationFact {
    lots = List.copyOf(lots);
  }

  /**
   * Points that expire together.
   *
   * @param usableFrom null: at once
   * @param expiresAt null: as the programme says for points that are given then
   */
  public record Points(long points, @Nullable Instant usableFrom, @Nullable Instant expiresAt) {}

  /**
   * A tier that was reached elsewhere.
   *
   * @param key of the tier
   * @param until when it is looked at again; null: as the programme says
   * @param progress what counts from elsewhere towards tiers, in their measure
   */
  public record Tier(String key, Instant since, @Nullable Instant until, BigDecimal progress) {}

  /** The id of what a buyer brings along into a programme. */
  public static UUID id(UUID identityId, String programme) {
    String name = "migration " + identityId + ' ' + programme;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it brings the same. */
  public boolean same(MigrationFact other) {
    return lots.equals(other.lots) && Objects.equals(tier, other.tier);
  }

  /** This one in place of another. */
  public MigrationFact replacing(MigrationFact other) {
    return new MigrationFact(
        id, identityId, other.revision + 1, programme, other.migratedAt, lots, tier);
  }

  @Override
  public Instant occurredAt() {
    return migratedAt;
  }

  @Override
  public Instant effectiveAt() {
    return migratedAt;
  }
}
