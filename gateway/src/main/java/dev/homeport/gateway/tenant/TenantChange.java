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
        String plan) {

  static TenantChange of(TenantAccount account) {
    return new TenantChange(account.name, account.markets, account.plan);
  }
}
