package dev.homeport.platform.privacy;

import dev.homeport.platform.event.Topic;

/** Where people's requests are asked and answered; customer-service owns both topics. */
public final class PrivacyTopics {

  /** Erasures and each service's confirmation. */
  public static final Topic ERASURE = Topic.retained("homeport.erasure.v1", 90);

  /** Requests for access and what each service holds; sealed. */
  public static final Topic ACCESS = Topic.personal("homeport.access.v1", 7);

  private PrivacyTopics() {}
}
