package dev.homeport.customer.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public key as JWK (RFC 8037). */
@Schema(name = "CertificateKey")
record PublicKeyView(
    @Schema(examples = "OKP") String kty,
    @Schema(examples = "Ed25519") String crv,
    @Schema(examples = "11qYAYKx") String kid,
    @Schema(examples = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo") String x) {}
