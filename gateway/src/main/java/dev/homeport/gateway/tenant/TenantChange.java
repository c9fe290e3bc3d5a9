package dev.homeport.gateway.tenant;

import dev.homeport.platform.country.Country;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What may change of a tenant. */
@Schema(description = "What may change of a tenant: fields that are absent stay as they are.")
public record TenantChange(
    @Schema(examples = "Acme Traders") @NotBlank @Size(max = 200) String name,
    @Schema(description = "Country codes.", examples = "[\"DE\", \"FR\"]") @NotNull @Size(max = 250)
        List<@NotNull @Country @Size(max = 2) String> markets,
    @Schema(examples = "standard")
        @NotNull
        @Pattern(regexp = "^[a-z][a-z0-9-]{1,30}$")
        @Size(max = 31)
        String plan,
    @Schema(
            description =
                "Origins of pages whose scripts may call the API in browsers, besides the gateway's"
                    + " own.",
            examples = "[\"https://shop.example\"]")
        @NotNull
        @Size(max = 20)
        List<@NotNull @Pattern(regexp = ORIGIN) @Size(max = 200) String> allowedOrigins) {

  /** Scheme and host, and a port that is not the scheme's own; in small letters, as browsers do. */
  static final String ORIGIN =
      "^https://[a-z0-9.-]{1,180}(:[0-9]{1,5})?$|^http://localhost(:[0-9]{1,5})?$";

  static TenantChange of(TenantAccount account) {
    return new TenantChange(account.name, account.markets, account.plan, account.allowedOrigins);
  }
}
