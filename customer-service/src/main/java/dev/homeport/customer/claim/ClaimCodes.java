package dev.homeport.customer.claim;

import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.DeploymentSecret;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;

/** The codes of a tenant. A code is shown once; what is kept is a hash under the tenant's key. */
@ApplicationScoped
class ClaimCodes {
  /** Crockford's Base32: nobody takes one sign for another. */
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  private final Database database;
  private final DeploymentSecret secret;
  private final CurrentTenant tenant;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ClaimCodes(Database database, DeploymentSecret secret, CurrentTenant tenant, Clock clock) {
    this.database = database;
    this.secret = secret;
    this.tenant = tenant;
    this.clock = clock;
  }

  /** A code that was just made; nobody can read it again. */
  record Issued(UUID id, String code, Instant expiresAt) {}

  /** A code that somebody has. */
  record Known(UUID id, UUID customer, Instant expiresAt, boolean redeemed) {}

  /** Makes a code of 80 random bits. */
  Issued issue(UUID customer, Duration valid) {
    String code =
        random
            .ints(LENGTH, 0, SIGNS.length())
            .mapToObj(i -> String.valueOf(SIGNS.charAt(i)))
            .collect(java.util.stream.Collectors.joining());
    UUID id = Ids.next();
    Instant now = clock.instant();
    Instant expiresAt = now.plus(valid);
    database.update(
        """
        insert into claim_code (tenant_id, id, customer_id, code_hash, issued_at, expires_at)
        values (?, ?, ?, ?, ?, ?)""",
        to -> to.tenant().uuid(id).uuid(customer).text(hash(code)).instant(now).instant(expiresAt));
    return new Issued(id, code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"), expiresAt);
  }

  /** The code that a text means; nobody else redeems it until the transaction ends. */
  Optional<Known> lock(String text) {
    return database.find(
        """
        select id, customer_id, expires_at, redeemed_at is not null from claim_code
        where code_hash = ? for update""",
        to -> to.text(hash(plain(text))),
        row ->
            new Known(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getBoolean(4)));
  }

  void redeem(UUID id, UUID by) {
    Instant now = clock.instant();
    database.update(
        "update claim_code set redeemed_at = ?, redeemed_by = ? where id = ?",
        to -> to.instant(now).uuid(by).uuid(id));
  }

  /** As people write it: in any case, with any gaps, O for zero and I or L for one. */
  static String plain(String text) {
    return text.toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  private String hash(String code) {
    UUID id = tenant.id();
    byte[] salt =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret.derive("homeport claim code", salt));
      return HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
