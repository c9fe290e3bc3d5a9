package dev.homeport.loyalty.replay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay has come: the checkpoint of the job.
 *
 * @param after the last identity that was compared, null before the first
 * @param drift identities of which the two sides differ
 * @param stored hash over the stored side so far, each identity chained to those before
 * @param replayed hash over the replayed side
 */
record ReplayProgress(
    @Nullable UUID after, long identities, long drift, String stored, String replayed) {

  static final ReplayProgress START = new ReplayProgress(null, 0, 0, "", "");

  ReplayProgress with(UUID identity, String storedSide, String replayedSide) {
    return new ReplayProgress(
        identity,
        identities + 1,
        storedSide.equals(replayedSide) ? drift : drift + 1,
        chain(stored, identity, storedSide),
        chain(replayed, identity, replayedSide));
  }

  private static String chain(String before, UUID identity, String picture) {
    try {
      String text = before + '\n' + identity + '\n' + picture;
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
