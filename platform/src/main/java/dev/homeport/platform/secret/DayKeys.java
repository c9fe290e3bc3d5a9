package dev.homeport.platform.secret;

import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * A random key for each tenant and day, destroyed when the day is 31 days past. Under it lies what
 * may hold personal data and is not the customer's record itself: stored answers, inputs of jobs,
 * events put aside. Days are those of the real time, also where a sandbox has a clock of its own.
 */
@ApplicationScoped
public class DayKeys {
  /** From the beginning of a day until the last of what was closed in it is thirty days old. */
  public static final int DAYS = 31;

  /** Before text that is closed; what does not begin with it is older than this way of keeping. */
  static final String CLOSED = "closed:";

  private static final int DAY_BYTES = Integer.BYTES;

  private final SecretKeyTable table;
  private final TenantVault vault;
  private final CurrentTenant tenant;
  private final ConcurrentHashMap<Named, SecretKey> known = new ConcurrentHashMap<>();

  DayKeys(SecretKeyTable table, TenantVault vault, CurrentTenant tenant) {
    this.table = table;
    this.vault = vault;
    this.tenant = tenant;
  }

  private record Named(UUID tenant, LocalDate day) {
    String name() {
      return "day " + day;
    }
  }

  /** A key and the day that it is of. */
  record DayKey(LocalDate day, SecretKey key) {}

  /**
   * Closes bytes under the present day's key.
   *
   * @param owner what they belong to; the same is needed to open them
   */
  public byte[] close(byte[] plain, String owner) {
    DayKey today = today();
    byte[] closed = Seal.close(today.key(), plain, owner);
    return ByteBuffer.allocate(DAY_BYTES + closed.length)
        .putInt((int) today.day().toEpochDay())
        .put(closed)
        .array();
  }

  /** Opens what {@link #close} made; empty when the key of its day has been destroyed. */
  public Optional<byte[]> open(byte[] closed, String owner) {
    LocalDate day = LocalDate.ofEpochDay(ByteBuffer.wrap(closed).getInt());
    byte[] rest = Arrays.copyOfRange(closed, DAY_BYTES, closed.length);
    return find(day).map(key -> Seal.open(key, rest, owner));
  }

  /** Closes a text; the result is text. */
  public String closeText(String plain, String owner) {
    byte[] closed = close(plain.getBytes(StandardCharsets.UTF_8), owner);
    return CLOSED + Base64.getEncoder().encodeToString(closed);
  }

  /** Opens what {@link #closeText} made; any other text is itself. */
  public Optional<String> openText(String text, String owner) {
    if (!text.startsWith(CLOSED)) {
      return Optional.of(text);
    }
    byte[] closed = Base64.getDecoder().decode(text.substring(CLOSED.length()));
    return open(closed, owner).map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  /**
   * When the last of what has been closed up to now is unreadable for certain: keys are destroyed
   * within the day, and so do topics let go of records.
   */
  public Instant unreadableAt() {
    return present().plusDays(DAYS + 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  DayKey today() {
    LocalDate day = present();
    return new DayKey(day, find(day).orElseGet(() -> make(new Named(tenant.id(), day))));
  }

  private LocalDate present() {
    return LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
  }

  private Optional<SecretKey> find(LocalDate day) {
    if (!day.plusDays(DAYS).isAfter(present())) {
      return Optional.empty();
    }
    var named = new Named(tenant.id(), day);
    SecretKey key = known.get(named);
    return key != null
        ? Optional.of(key)
        : table.find(named.tenant(), named.name()).map(wrapped -> keep(named, wrapped));
  }

  private SecretKey make(Named named) {
    byte[] sealed = vault.wrap(named.tenant(), Seal.newKey(), named.name());
    return keep(named, table.add(named.tenant(), named.name(), named.day(), sealed));
  }

  private SecretKey keep(Named named, byte[] sealed) {
    SecretKey key = vault.unwrap(named.tenant(), sealed, named.name());
    known.put(named, key);
    return key;
  }

  /** Destroys the keys of days that have passed long enough, of all tenants. */
  void destroyEnded() {
    destroyUpTo(present().minusDays(DAYS));
  }

  void destroyUpTo(LocalDate last) {
    table.deleteUpTo(last);
    known.keySet().removeIf(named -> !named.day().isAfter(last));
  }
}
