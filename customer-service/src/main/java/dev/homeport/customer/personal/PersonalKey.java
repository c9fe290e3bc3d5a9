package dev.homeport.customer.personal;

import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.secret.Seal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/** The key of one customer. What it closes can be opened for this customer and no other. */
public final class PersonalKey {
  private final UUID customer;
  private final SecretKey key;

  PersonalKey(UUID customer, SecretKey key) {
    this.customer = customer;
    this.key = key;
  }

  /** Closes a text. */
  public byte[] close(String plain) {
    return Seal.close(key, plain.getBytes(StandardCharsets.UTF_8), customer.toString());
  }

  /** Opens what {@link #close} made. */
  public String open(byte[] closed) {
    return new String(Seal.open(key, closed, customer.toString()), StandardCharsets.UTF_8);
  }

  /** Opens what was closed as JSON. */
  public <T> T open(byte[] closed, Class<T> type) {
    return EventJson.read(open(closed), type);
  }
}
