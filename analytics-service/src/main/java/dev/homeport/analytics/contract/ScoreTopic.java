package dev.homeport.analytics.contract;

import dev.homeport.platform.event.Topic;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What customers are like. */
public final class ScoreTopic {
  /** Key customerId. */
  public static final Topic TOPIC = Topic.retained("homeport.score.v1", 30);

  private ScoreTopic() {}

  @Produces
  @Singleton
  static Topic topic() {
    return TOPIC;
  }
}
