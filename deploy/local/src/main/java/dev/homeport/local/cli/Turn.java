package dev.homeport.local.cli;

import dev.homeport.local.Checkout;
import dev.homeport.local.LocalException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Starting and stopping, one at a time: whoever comes second waits until the first is done. */
final class Turn {

  private Turn() {}

  static void take(Runnable work) {
    take(Checkout.locate().cache().resolve("command.lock"), work);
  }

  static void take(Path file, Runnable work) {
    try {
      Files.createDirectories(file.getParent());
      try (var channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = lock(channel)) {
        work.run();
      }
    } catch (IOException e) {
      throw new LocalException(file + " cannot be locked: " + e.getMessage(), e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    System.out.println("Another command starts or stops the suite; waiting for it.");
    return channel.lock();
  }
}
