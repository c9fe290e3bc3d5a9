package dev.homeport.platform.inbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Whether the listeners have taken all that was on their topics at a certain moment. */
@ApplicationScoped
public class Backlog {
  private static final Logger LOG = Logger.getLogger(Backlog.class);

  private final EventConsumers consumers;
  private final Map<String, Object> broker;
  private final ConcurrentMap<UUID, Mark> marks = new ConcurrentHashMap<>();

  Backlog(
      EventConsumers consumers, @Identifier("default-kafka-broker") Map<String, Object> broker) {
    this.consumers = consumers;
    this.broker = broker;
  }

  /** Where the topics of each consumer ended when a revision of a tenant's settings was seen. */
  private record Mark(long revision, Map<String, Map<TopicPartition, Long>> ends) {}

  /**
   * Whether every listener has taken what was there when this was first asked about a tenant's
   * settings of that revision. False also while the broker does not answer.
   */
  public boolean taken(UUID tenant, long revision) {
    try (Admin admin = Admin.create(new HashMap<>(broker))) {
      Mark mark = marks.get(tenant);
      if (mark == null || mark.revision() != revision) {
        mark = new Mark(revision, ends(admin));
        marks.put(tenant, mark);
      }
      for (var entry : mark.ends().entrySet()) {
        if (!taken(admin, entry.getKey(), entry.getValue())) {
          return false;
        }
      }
      marks.remove(tenant);
      return true;
    } catch (ExecutionException e) {
      LOG.debugf("the broker does not say how far the listeners are: %s", e.getMessage());
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Map<String, Map<TopicPartition, Long>> ends(Admin admin)
      throws ExecutionException, InterruptedException {
    var ends = new HashMap<String, Map<TopicPartition, Long>>();
    for (var consumer : consumers.topics().entrySet()) {
      ends.put(consumer.getKey(), ends(admin, consumer.getValue()));
    }
    return ends;
  }

  private static Map<TopicPartition, Long> ends(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        partitions(admin, topic).stream()
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    var ends = new HashMap<TopicPartition, Long>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
        admin.listOffsets(latest).all().get().entrySet()) {
      if (end.getValue().offset() > 0) {
        ends.put(end.getKey(), end.getValue().offset());
      }
    }
    return ends;
  }

  /** None while nobody has made the topic: then there is nothing on it. */
  private static List<TopicPartition> partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    try {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
          .flatMap(described -> described.partitions().stream())
          .map(partition -> new TopicPartition(topic, partition.partition()))
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of();
      }
      throw e;
    }
  }

  private static boolean taken(Admin admin, String group, Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              OffsetAndMetadata reached = committed.get(end.getKey());
              return reached != null && reached.offset() >= end.getValue();
            });
  }
}
