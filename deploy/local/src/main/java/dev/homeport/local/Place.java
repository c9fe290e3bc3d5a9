package dev.homeport.local;

import java.nio.file.Path;

/**
 * Where a server keeps its things, and how long it lives.
 *
 * @param data its directory; made when it does not exist, used again when it does
 * @param log the file that it writes its output to
 */
public record Place(Path data, Path log, Lifetime lifetime) {

  /** Makes both absolute. */
  public Place {
    data = data.toAbsolutePath();
    log = log.toAbsolutePath();
  }

  /** For a test: the log beside the data, and an end with this JVM. */
  public static Place of(Path data) {
    return new Place(data, data.resolveSibling(data.getFileName() + ".log"), Lifetime.THIS_JVM);
  }
}
