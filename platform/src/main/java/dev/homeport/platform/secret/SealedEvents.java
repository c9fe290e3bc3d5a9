package dev.homeport.platform.secret;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;

/**
 * The data of events with personal data. On the way it is {@code {"sealedKey", "sealedData"}}: the
 * data under the sender's key of the day, and that key wrapped for the services of this deployment;
 * both are gone when the topic lets go of the record. Where such an event is put aside it lies
 * under the receiver's own key of the day instead.
 */
@ApplicationScoped
public class SealedEvents {
  private static final String START = "{\"sealedKey\":\"";
  private static final String MIDDLE = "\",\"sealedData\":\"";
  private static final String END = "\"}";
  private static final String PURPOSE = "homeport event key";
  private static final String ASIDE = "event put aside";
  private static final int CACHED_KEYS = 10_000;

  private final DayKeys days;
  private final TenantKeys roots;
  private final CurrentTenant tenant;
  private final ConcurrentHashMap<Sender, String> wrapped = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, SecretKey> unwrapped = new ConcurrentHashMap<>();

  SealedEvents(DayKeys days, TenantKeys roots, CurrentTenant tenant) {
    this.days = days;
    this.roots = roots;
    this.tenant = tenant;
  }

  private record Sender(UUID tenant, SecretKey key) {}

  /** The data can no longer be read: the key of its day has been destroyed. */
  public static final class KeyDestroyed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyDestroyed() {
      super("the key of the day has been destroyed", null, false, false);
    }
  }

  /** Seals the JSON of an event of the present tenant. */
  public String close(String json) {
    UUID owner = tenant.id();
    SecretKey key = days.today().key();
    byte[] data = Seal.close(key, json.getBytes(StandardCharsets.UTF_8), owner.toString());
    return START + wrapped(owner, key) + MIDDLE + text(data) + END;
  }

  /**
   * The JSON of an event, however it comes.
   *
   * @throws KeyDestroyed when it was put aside so long ago that nobody can read it any more
   */
  public String open(String data) {
    if (data.startsWith(START)) {
      JsonNode envelope = EventJson.tree(data);
      SecretKey key = unwrapped(tenant.id(), envelope.path("sealedKey").asText());
      byte[] sealed = Base64.getDecoder().decode(envelope.path("sealedData").asText());
      return new String(Seal.open(key, sealed, tenant.id().toString()), StandardCharsets.UTF_8);
    }
    return days.openText(data, ASIDE).orElseThrow(KeyDestroyed::new);
  }

  /** The form in which a sealed event is put aside; any other stays as it is. */
  public String aside(String data) {
    return data.startsWith(START) ? days.closeText(open(data), ASIDE) : data;
  }

  private String wrapped(UUID owner, SecretKey key) {
    trim(wrapped);
    return wrapped.computeIfAbsent(
        new Sender(owner, key),
        _ -> text(Seal.close(roots.of(owner, PURPOSE), key.getEncoded(), PURPOSE)));
  }

  private SecretKey unwrapped(UUID owner, String sealedKey) {
    trim(unwrapped);
    return unwrapped.computeIfAbsent(
        owner + sealedKey,
        _ ->
            Seal.key(
                Seal.open(
                    roots.of(owner, PURPOSE), Base64.getDecoder().decode(sealedKey), PURPOSE)));
  }

  private static void trim(ConcurrentHashMap<?, ?> cache) {
    if (cache.size() >= CACHED_KEYS) {
      cache.clear();
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
