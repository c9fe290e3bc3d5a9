package dev.homeport.gateway.authentication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which credentials are taken, and how long a decision about one stands. */
@ConfigMapping(prefix = "homeport.gateway.authentication")
public interface AuthenticationConfig {

  /** The issuer that tokens must name: the realm's address as clients see it. */
  String issuer();

  /** The audience that tokens must name. */
  @WithDefault("homeport-api")
  String audience();

  /** Verified tokens that are remembered, each until it expires. */
  @WithDefault("20000")
  int tokens();

  /** API keys that are remembered. */
  @WithDefault("20000")
  int apiKeys();

  /**
   * How long an API key stands for the token that it was exchanged for: what it takes at the most
   * until a revoked key is refused, as long as Keycloak answers. It is asked again halfway.
   */
  @WithDefault("60s")
  Duration apiKeyLifetime();

  /** How long a refused API key is refused again without asking Keycloak. */
  @WithDefault("5s")
  Duration refusedApiKeyLifetime();

  /**
   * Wrong credentials that one address may send in a minute. After that, API keys from there that
   * have not been good before are refused unseen, and wrong tokens are told so.
   */
  @WithDefault("60")
  int guessesPerMinute();

  /** How soon the signing keys are fetched again for a token with an unknown key id. */
  @WithDefault("5s")
  Duration signingKeysPause();
}
