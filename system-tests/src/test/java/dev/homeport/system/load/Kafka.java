package dev.homeport.system.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the broker knows of topics and of the listeners that read them. */
final class Kafka implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final Admin admin;

  Kafka(String bootstrapServers) {
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  void create(String topic) throws ExecutionException, InterruptedException {
    if (!admin.listTopics().names().get().contains(topic)) {
      admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
    }
  }

  List<TopicPartition> partitions(String topic) throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /** Records that a topic has ever taken. */
  long records(String topic) throws ExecutionException, InterruptedException {
    return ends(topic).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Records that listeners have not taken yet. A listener's group is called service.topic, and what
   * it is for where a service listens to a topic twice; topics that nobody has written to may not
   * be there yet.
   */
  long lag() throws ExecutionException, InterruptedException {
    Set<String> topics = admin.listTopics().names().get();
    long lag = 0;
    for (var group : admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
      String id = group.groupId();
      String listener = id.substring(id.indexOf('.') + 1);
      Optional<String> topic =
          topics.stream()
              .filter(each -> listener.equals(each) || listener.startsWith(each + '.'))
              .findFirst();
      if (topic.isEmpty()) {
        continue;
      }
      var taken = new HashMap<TopicPartition, OffsetAndMetadata>();
      admin
          .listConsumerGroupOffsets(id)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  taken.put(partition, offset);
                }
              });
      for (var end : ends(topic.get()).entrySet()) {
        var offset = taken.get(end.getKey());
        lag += end.getValue() - (offset == null ? 0 : offset.offset());
      }
    }
    return lag;
  }

  private Map<TopicPartition, Long> ends(String topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        partitions(topic).stream()
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  @Override
  public void close() {
    admin.close();
  }
}
