package dev.homeport.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry as callers see it.
 *
 * @param subject the user or service account, or {@code system} for the service's own work
 * @param client the application that acted
 * @param before what the resource was; absent for a new one
 * @param after what the resource became; absent for a removed one
 * @param reason what the caller gave as {@code X-Reason}
 * @param block the block of the hash chain; absent until the entry is sealed
 */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryView(
    @Schema(examples = "aud_01928c5e-6f50-7000-8000-000000000001") String id,
    Instant at,
    @Schema(examples = "service-account-acme") String subject,
    @Schema(examples = "acme-backoffice") @Nullable String client,
    @Schema(examples = "channel.update") String action,
    @Schema(examples = "channel") String resourceType,
    @Schema(examples = "shop-de") String resourceId,
    @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String before,
    @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String after,
    @Schema(examples = "The merchant asked by phone") @Nullable String reason,
    @Schema(examples = "4bf92f3577b34da6a3ce929d0e0e4736") @Nullable String traceId,
    @Schema(examples = "17") @Nullable Long block) {

  static AuditEntryView from(AuditEntry entry) {
    return new AuditEntryView(
        Ids.show("aud", entry.id()),
        entry.at(),
        entry.subject(),
        entry.client(),
        entry.action(),
        entry.resourceType(),
        entry.resourceId(),
        entry.before(),
        entry.after(),
        entry.reason(),
        entry.traceId(),
        entry.block());
  }
}
