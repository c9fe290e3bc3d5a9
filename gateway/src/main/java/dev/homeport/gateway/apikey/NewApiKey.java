package dev.homeport.gateway.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An API key to be made. */
@Schema(description = "An API key to be made.")
public record NewApiKey(
    @Schema(description = "For people to tell it by.", examples = "Storefront, production")
        @NotBlank
        @Size(max = 100)
        String name,
    @Schema(
            description = "What it may do: nothing that the token which makes it may not.",
            examples = "[\"orders:read\", \"orders:write\"]")
        @NotEmpty
        @Size(max = 50)
        List<@NotNull @Pattern(regexp = "^[a-z-]+:[a-z-]+$") @Size(max = 50) String> scopes,
    @Schema(
            description =
                "The plan whose limit of a client holds for it, where that is narrower than the"
                    + " tenant's. Absent: that of the tenant's plan.",
            examples = "standard")
        @Pattern(regexp = "^[a-z][a-z0-9-]{1,30}$")
        @Size(max = 31)
        @Nullable String plan,
    @Schema(
            description =
                "When it ends, to the second, in real time also for a sandbox whose clock is ahead;"
                    + " at most 20 years from now. Absent: never.")
        @Nullable Instant expiresAt) {

  /** A list with a null in it is refused by its constraints, not here. */
  public NewApiKey {
    scopes = scopes == null ? null : Collections.unmodifiableList(scopes);
  }
}
