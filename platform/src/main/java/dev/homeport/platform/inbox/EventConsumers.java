package dev.homeport.platform.inbox;

import dev.homeport.platform.event.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts and stops the listeners of a service, and knows them by the name of their consumer. */
@ApplicationScoped
class EventConsumers {
  private final List<EventListener<?>> listeners;
  private final EventDispatcher dispatcher;
  private final DeadLetters deadLetters;
  private final Topics topics;
  private final Map<String, Object> broker;
  private final MeterRegistry metrics;
  private final String service;
  private final Optional<String> instance;
  private List<EventConsumer<?>> consumers = List.of();

  EventConsumers(
      @All List<EventListener<?>> listeners,
      EventDispatcher dispatcher,
      DeadLetters deadLetters,
      Topics topics,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "homeport.instance") Optional<String> instance) {
    this.listeners = listeners;
    this.dispatcher = dispatcher;
    this.deadLetters = deadLetters;
    this.topics = topics;
    this.broker = broker;
    this.metrics = metrics;
    this.service = service;
    this.instance = instance;
  }

  void start(@Observes @Priority(3000) StartupEvent event) {
    topics.ensure(
        listeners.stream().map(EventListener::topic).distinct().map(deadLetters::topic).toList());
    consumers = listeners.stream().<EventConsumer<?>>map(this::consumer).toList();
    consumers.forEach(EventConsumer::start);
  }

  /** Before the pools and the producer close: what is being taken is finished. */
  void stop(@Observes @Priority(1000) ShutdownEvent event) throws InterruptedException {
    consumers.forEach(EventConsumer::stopSoon);
    for (EventConsumer<?> consumer : consumers) {
      consumer.awaitStop();
    }
  }

  Optional<EventListener<?>> find(String consumer) {
    return listeners.stream().filter(listener -> name(listener).equals(consumer)).findFirst();
  }

  /** The topic of each consumer. */
  Map<String, String> topics() {
    return listeners.stream().collect(Collectors.toMap(this::name, EventListener::topic));
  }

  private <T> EventConsumer<T> consumer(EventListener<T> listener) {
    var consumer =
        new EventConsumer<>(listener, name(listener), dispatcher, settings(name(listener)));
    Gauge.builder("homeport_listener_lag_seconds", consumer, EventConsumer::lagSeconds)
        .description("How old the newest event was when it was taken")
        .tag("topic", listener.topic())
        .register(metrics);
    return consumer;
  }

  private String name(EventListener<?> listener) {
    return service + "." + listener.consumer();
  }

  private Map<String, Object> settings(String group) {
    var settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 500);
    // A topic may be created after its first listener looks for it.
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 3_000);
    // With a stable name a restarted replica has its partitions back at once.
    instance.ifPresent(
        name -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name + "." + group));
    return settings;
  }
}
