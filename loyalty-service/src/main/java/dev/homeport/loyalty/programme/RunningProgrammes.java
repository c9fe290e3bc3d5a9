package dev.homeport.loyalty.programme;

import java.util.List;
import java.util.Optional;

/** The programmes of the present tenant that have a version which was approved. */
public interface RunningProgrammes {

  /** All of them, the oldest first; also those that have ended. */
  List<Versions> all();

  /** The one of a key. */
  default Optional<Versions> find(String key) {
    return all().stream().filter(versions -> versions.key().equals(key)).findFirst();
  }

  /** The oldest: the one that is meant where none is named. */
  default Versions main() {
    return all().getFirst();
  }
}
