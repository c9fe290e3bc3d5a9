package dev.homeport.analytics.value;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The models of the present tenant. */
public interface ValueModels {

  /** One model. */
  Optional<ValueModel> find(UUID id);

  /** One model, which nobody else changes until the transaction ends. */
  Optional<ValueModel> lock(UUID id);

  /** Models with a number below this one, the newest first. */
  List<ValueModel> list(long below, int limit);

  /** Some models, the newest first. */
  List<ValueModel> some(Collection<UUID> ids);

  /** The one in use. */
  Optional<ValueModel> active(Optional<String> market);

  /** How many there are. */
  long count();

  /**
   * Keeps a model that is not in use, under the next number. One that is kept already stays as it
   * is.
   *
   * @return as it is kept
   */
  ValueModel add(ValueModel model);

  /** Brings a model into use, in the place of the one before. */
  ValueModel activate(ValueModel model, Instant now);

  /** When the first model in use is to be fitted again, if that is not after the horizon. */
  Optional<Instant> nextRefit(Instant horizon);

  /** The models in use that are to be fitted again by then. */
  List<ValueModel> refits(Instant horizon);

  /** Fits it again at another time. */
  void refitAt(UUID id, Instant at);

  /** Forgets a model. */
  void remove(UUID id);

  /** Forgets those that came of fitting again and are not in use, but for the newest ones. */
  void removeOldRefits(int kept);
}
