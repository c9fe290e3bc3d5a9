package dev.homeport.gateway.tenant;

import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant as administrators see it. */
@Schema(name = "Tenant", description = "A merchant, or a merchant's sandbox.")
public record TenantView(
    @Schema(description = "Its identifier.", examples = "ten_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e")
        String id,
    @Schema(description = "Its short name, part of its client id.", examples = "acme") String slug,
    @Schema(examples = "Acme Traders") String name,
    @Schema(description = "The currency of its reports.", examples = "EUR")
        String reportingCurrency,
    @Schema(description = "Where its days begin.", examples = "Europe/Berlin") String timeZone,
    @Schema(description = "Country codes.", examples = "[\"DE\", \"FR\"]") List<String> markets,
    @Schema(description = "Whether it is for trying things out.") boolean sandbox,
    @Schema(examples = "standard") String plan,
    @Schema(
            description = "Origins of pages whose scripts may call the API in browsers.",
            examples = "[\"https://shop.example\"]")
        List<String> allowedOrigins,
    Instant createdAt,
    Instant updatedAt) {

  /** The prefix of identifiers of tenants. */
  public static final String PREFIX = "ten";

  public TenantView {
    markets = List.copyOf(markets);
    allowedOrigins = List.copyOf(allowedOrigins);
  }

  /** As it stands. */
  public static TenantView from(TenantAccount account) {
    return new TenantView(
        Ids.show(PREFIX, account.id),
        account.slug,
        account.name,
        account.reportingCurrency,
        account.timeZone,
        account.markets,
        account.sandbox,
        account.plan,
        account.allowedOrigins,
        account.createdAt,
        account.updatedAt);
  }
}
