package dev.homeport.customer.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A certificate of erasure and the key by which anybody can verify it. */
@Schema(name = "ErasureCertificate")
record CertificateView(
    @Schema(
            description = "JWS in compact form (RFC 7515), EdDSA over Ed25519.",
            examples = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJodHRwczovL2hvbWVwb3J0LmRldiJ9.c2ln",
            maxLength = 1_000_000)
        String certificate,
    PublicKeyView key) {

  static final String EXAMPLE =
      """
      {"certificate": "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJodHRwczovL2hvbWVwb3J0LmRldiJ9.c2ln",
       "key": {"kty": "OKP", "crv": "Ed25519", "kid": "11qYAYKx",
               "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}""";
}
