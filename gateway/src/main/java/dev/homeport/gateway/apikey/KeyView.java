package dev.homeport.gateway.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key as its tenant sees it, without the secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApiKey", description = "An API key, without its secret.")
public record KeyView(
    @Schema(examples = "key_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e") String id,
    @Schema(examples = "Storefront, production") String name,
    @Schema(description = "Its client, which a rotation keeps.", examples = "key-acme-2f4a5b6c7d8e")
        String clientId,
    @Schema(description = "What it allows.", examples = "[\"orders:read\", \"orders:write\"]")
        List<String> scopes,
    @Schema(description = "Absent: that of the tenant.", examples = "standard")
        @Nullable String plan,
    KeyStatus status,
    @Schema(description = "The client that made it.", examples = "tenant-acme") String createdBy,
    Instant createdAt,
    @Schema(description = "Absent: never.") @Nullable Instant expiresAt,
    @Schema(description = "When it last got a new secret. Absent: never.")
        @Nullable Instant rotatedAt,
    @Schema(description = "Until when the secret before works too. Absent: it does not.")
        @Nullable Instant previousSecretEndsAt,
    @Nullable Instant revokedAt) {

  public KeyView {
    scopes = List.copyOf(scopes);
  }

  /** As it stands at a time. */
  public static KeyView from(IssuedKey key, Instant now) {
    Instant previous = key.previousEndsAt();
    return new KeyView(
        Ids.show(IssuedKey.PREFIX, key.id()),
        key.name(),
        key.clientId(),
        key.scopes(),
        key.plan(),
        key.status(now),
        key.createdBy(),
        key.createdAt(),
        key.expiresAt(),
        key.rotatedAt(),
        previous != null && previous.isAfter(now) ? previous : null,
        key.revokedAt());
  }
}
