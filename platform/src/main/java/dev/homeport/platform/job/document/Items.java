package dev.homeport.platform.job.document;

import java.util.Optional;

/** The documents of an input, one after the other, in constant memory. */
public interface Items<D> extends AutoCloseable {
  /** The next document, empty at the end. */
  Optional<Item<D>> next();

  @Override
  void close();
}
