package dev.homeport.loyalty.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All versions of one programme that were ever approved, and when each counts. */
public final class Versions {
  private final String key;
  private final NavigableMap<Instant, ProgrammeVersion> byStart = new TreeMap<>();
  private final @Nullable Instant end;

  /**
   * Versions of a programme; of two that start together the later one counts.
   *
   * @param end orders of this moment and later earn nothing; null while the programme runs
   */
  public Versions(String key, Collection<ProgrammeVersion> versions, @Nullable Instant end) {
    this.key = key;
    this.end = end;
    versions.stream()
        .sorted(Comparator.comparingInt(ProgrammeVersion::number))
        .forEach(version -> byStart.put(version.start(), version));
  }

  /** Names the programme. */
  public String key() {
    return key;
  }

  /** The version that rates what happened at a moment. */
  public Optional<ProgrammeVersion> at(Instant moment) {
    if (end != null && !moment.isBefore(end)) {
      return Optional.empty();
    }
    return Optional.ofNullable(byStart.floorEntry(moment)).map(Map.Entry::getValue);
  }

  /** How far below zero accounts may go at a moment, also before the start and after the end. */
  public OverdraftFloor floor(Instant moment) {
    Map.Entry<Instant, ProgrammeVersion> version = byStart.floorEntry(moment);
    if (version == null) {
      version = byStart.firstEntry();
    }
    return version == null
        ? new OverdraftFloor.Unlimited()
        : version.getValue().document().overdraft();
  }

  /** Orders of this moment and later earn nothing; null while the programme runs. */
  public @Nullable Instant end() {
    return end;
  }

  /** By their start. */
  public List<ProgrammeVersion> all() {
    return List.copyOf(byStart.values());
  }

  /** Whether what an order deserves depends on other orders of the member. */
  public boolean remembers() {
    return byStart.values().stream().anyMatch(version -> version.document().remembers());
  }
}
