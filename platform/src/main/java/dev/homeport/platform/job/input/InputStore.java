package dev.homeport.platform.job.input;

import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.secret.DayKeys;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps uploaded bodies in chunks, each in a transaction of its own, under the current tenant: no
 * long transaction, and constant memory on either side. Chunks without a job are nobody's, and
 * swept later.
 */
@ApplicationScoped
public class InputStore {
  private static final int CHUNK = 512 * 1024;
  private static final int GZIP_MAGIC = 0x1F8B;

  private static final String OWNER = "job input";

  private final AgroalDataSource database;
  private final DayKeys dayKeys;

  InputStore(AgroalDataSource database, DayKeys dayKeys) {
    this.database = database;
    this.dayKeys = dayKeys;
  }

  /**
   * Stores a body to its end.
   *
   * @param contentEncoding the header of the request: none, {@code identity} or {@code gzip}
   * @throws Problem for another encoding, or a body that does not begin like gzip data
   */
  public StoredInput write(
      UUID tenant, UUID job, InputStream body, @Nullable String contentEncoding) {
    boolean gzip = gzip(contentEncoding);
    try {
      int chunks = 0;
      byte[] chunk = body.readNBytes(CHUNK);
      if (gzip && !looksPacked(chunk)) {
        throw Problem.of(InputProblem.INPUT_UNREADABLE);
      }
      while (chunk.length > 0) {
        insert(tenant, job, chunks++, chunk);
        chunk = chunk.length < CHUNK ? new byte[0] : body.readNBytes(CHUNK);
      }
      return new StoredInput(chunks, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a stored body, unpacked. */
  public InputStream open(UUID tenant, UUID job, StoredInput input) {
    var packed = new ChunkStream(input.chunks(), chunk -> read(tenant, job, chunk));
    return input.gzip() ? UnpackedInput.gunzip(packed) : packed;
  }

  private static boolean gzip(@Nullable String contentEncoding) {
    return switch (contentEncoding) {
      case null -> false;
      case "", "identity" -> false;
      case "gzip", "x-gzip" -> true;
      default -> throw Problem.of(InputProblem.UNKNOWN_CONTENT_ENCODING);
    };
  }

  private static boolean looksPacked(byte[] bytes) {
    return bytes.length > 1 && (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF)) == GZIP_MAGIC;
  }

  private void insert(UUID tenant, UUID job, int seq, byte[] bytes) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (var connection = database.getConnection();
                  var statement =
                      connection.prepareStatement(
                          """
                          insert into job_input (tenant_id, job_id, seq, bytes)
                          values (?, ?, ?, ?)""")) {
                statement.setObject(1, tenant);
                statement.setObject(2, job);
                statement.setInt(3, seq);
                statement.setBytes(4, dayKeys.close(bytes, OWNER));
                statement.executeUpdate();
              } catch (SQLException e) {
                throw new IllegalStateException("The input of a job could not be stored", e);
              }
            });
  }

  private byte[] read(UUID tenant, UUID job, int seq) {
    return QuarkusTransaction.requiringNew().call(() -> select(tenant, job, seq));
  }

  private byte[] select(UUID tenant, UUID job, int seq) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select bytes from job_input where tenant_id = ? and job_id = ? and seq = ?")) {
      statement.setObject(1, tenant);
      statement.setObject(2, job);
      statement.setInt(3, seq);
      try (var row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("A chunk of the input is missing: " + seq);
        }
        return opened(row.getBytes(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The input of a job could not be read", e);
    }
  }

  /** A running job began before its body was closed if the body begins like text or gzip data. */
  private byte[] opened(byte[] bytes) {
    return bytes[0] != 0
        ? bytes
        : dayKeys
            .open(bytes, OWNER)
            .orElseThrow(() -> new IllegalStateException("The key of the input was destroyed"));
  }
}
