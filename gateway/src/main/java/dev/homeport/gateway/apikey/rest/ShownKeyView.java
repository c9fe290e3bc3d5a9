package dev.homeport.gateway.apikey.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.homeport.gateway.apikey.KeyView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key that was just made or rotated, with its secret. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ShownApiKey", description = "A key that was just made or rotated, as it is sent.")
record ShownKeyView(
    @JsonUnwrapped KeyView view,
    @Schema(
            description =
                "The bearer token to send. A repeat under the same Idempotency-Key shows the present"
                    + " one; absent once the key has ended.",
            examples =
                "hp_a2V5LWFjbWUtMmY0YTViNmM3ZDhlOmQxWXBEbW12UHIwZ05lNVprMXdCM2NYYjBaYkd4OFF1")
        @Nullable String apiKey) {}
