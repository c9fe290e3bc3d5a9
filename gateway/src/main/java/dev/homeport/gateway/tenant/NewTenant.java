package dev.homeport.gateway.tenant;

import dev.homeport.platform.country.Country;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant to be made. */
@Schema(description = "A tenant to be made.")
public record NewTenant(
    @Schema(description = "Short, unique, never changes.", examples = "acme")
        @NotNull
        @Pattern(regexp = "^[a-z][a-z0-9-]{1,30}$")
        @Size(max = 31)
        String slug,
    @Schema(examples = "Acme Traders") @NotBlank @Size(max = 200) String name,
    @Schema(description = "ISO 4217. Cannot change once the tenant exists.", examples = "EUR")
        @NotNull
        @Pattern(regexp = "^[A-Z]{3}$")
        @Size(max = 3)
        String reportingCurrency,
    @Schema(
            description = "A zone of the IANA database. Cannot change once the tenant exists.",
            examples = "Europe/Berlin")
        @NotNull
        @Pattern(regexp = "^[A-Za-z0-9_+/-]{1,64}$")
        @Size(max = 64)
        String timeZone,
    @Schema(description = "Country codes; absent: none yet.", examples = "[\"DE\", \"FR\"]")
        @Size(max = 250)
        @Nullable List<@NotNull @Country @Size(max = 2) String> markets,
    @Schema(description = "Whether it is for trying things out. Absent: no.")
        @Nullable Boolean sandbox,
    @Schema(description = "Absent: `standard`.", examples = "standard")
        @Pattern(regexp = "^[a-z][a-z0-9-]{1,30}$")
        @Size(max = 31)
        @Nullable String plan,
    @Schema(
            description =
                "Origins of pages whose scripts may call the API in browsers; absent: none.",
            examples = "[\"https://shop.example\"]")
        @Size(max = 20)
        @Nullable List<@NotNull @Pattern(regexp = TenantChange.ORIGIN) @Size(max = 200) String>
            allowedOrigins) {

  static final String STANDARD_PLAN = "standard";

  public NewTenant {
    markets = markets == null ? null : List.copyOf(markets);
    allowedOrigins = allowedOrigins == null ? null : List.copyOf(allowedOrigins);
  }
}
