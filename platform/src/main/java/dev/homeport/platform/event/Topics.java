package dev.homeport.platform.event;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Creates the topics that this service owns, once the broker answers. A topic that exists is left
 * as operations have set it.
 */
@ApplicationScoped
public class Topics {
  private static final Logger LOG = Logger.getLogger(Topics.class);

  private final List<Topic> owned;
  private final Map<String, Object> broker;
  private final int partitions;
  private final short replication;
  private volatile boolean stopped;

  Topics(
      @All List<Topic> owned,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "homeport.topics.partitions") int partitions,
      @ConfigProperty(name = "homeport.topics.replication") short replication) {
    this.owned = owned;
    this.broker = broker;
    this.partitions = partitions;
    this.replication = replication;
  }

  void start(@Observes StartupEvent event) {
    ensure(owned);
  }

  /** Creates topics in the background; returns at once. */
  public void ensure(List<Topic> topics) {
    if (!topics.isEmpty()) {
      Thread.ofVirtual().name("topics").start(() -> createWhenBrokerAnswers(topics));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
  }

  private void createWhenBrokerAnswers(List<Topic> topics) {
    while (!stopped) {
      try (Admin admin = Admin.create(new HashMap<>(broker))) {
        create(admin, topics.stream().map(this::request).toList());
        return;
      } catch (ExecutionException | RuntimeException e) {
        LOG.warnf("topics not created yet, trying again: %s", e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void create(Admin admin, List<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    for (var future : admin.createTopics(topics).values().values()) {
      try {
        future.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private NewTopic request(Topic topic) {
    return new NewTopic(topic.name(), Optional.of(partitions), Optional.of(replication))
        .configs(settings(topic));
  }

  private static Map<String, String> settings(Topic topic) {
    return switch (topic) {
      case Topic.Compacted _ ->
          Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      case Topic.Retained retained ->
          retained.personal()
              ? Map.of(
                  TopicConfig.RETENTION_MS_CONFIG,
                  Long.toString(retained.retention().toMillis()),
                  TopicConfig.SEGMENT_MS_CONFIG,
                  Long.toString(Duration.ofDays(1).toMillis()))
              : Map.of(
                  TopicConfig.RETENTION_MS_CONFIG, Long.toString(retained.retention().toMillis()));
    };
  }
}
