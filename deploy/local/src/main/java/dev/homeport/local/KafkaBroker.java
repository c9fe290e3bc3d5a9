package dev.homeport.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One Kafka broker (KRaft, its own controller) as a process of its own. Topics are not made on
 * first use: whoever owns one creates it. An existing data directory is used again, also after a
 * crash.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final String MEMORY = "-Xmx512m";

  private final Place place;
  private final Child process;
  private final int port;

  private KafkaBroker(Place place, Child process, int port) {
    this.place = place;
    this.process = process;
    this.port = port;
  }

  /** Starts a broker on any free port; it ends with this JVM. */
  public static KafkaBroker start(Path dataDirectory) {
    return start(Place.of(dataDirectory), 0, 0);
  }

  /**
   * Starts a broker and waits until it answers.
   *
   * @param port for clients, 0 for any free one
   * @param controllerPort for itself, 0 for any free one
   */
  public static KafkaBroker start(Place place, int port, int controllerPort) {
    return launch(place, port, controllerPort).awaitReady();
  }

  static KafkaBroker launch(Place place, int port, int controllerPort) {
    int clients = LocalPorts.orFree(port);
    int controller = LocalPorts.orFree(controllerPort);
    LocalPorts.requireFree("Kafka", clients);
    LocalPorts.requireFree("Kafka's controller", controller);
    var data = place.data();
    var properties = data.resolveSibling(data.getFileName() + ".properties");
    writeConfiguration(properties, data, clients, controller);
    if (!Files.exists(data.resolve("meta.properties"))) {
      format(properties, new Place(data, place.log(), Lifetime.THIS_JVM));
    }
    var words =
        new AotCache(Checkout.locate().cache(), program("kafka.Kafka", properties.toString()))
            .command(place.lifetime());
    return new KafkaBroker(place, run(words, place), clients);
  }

  KafkaBroker awaitReady() {
    var answered =
        Await.until(START_LIMIT, () -> !process.alive() || KafkaHandshake.succeeds(port));
    if (!answered || !process.alive()) {
      process.kill();
      throw new LocalException("Kafka did not start; see " + place.log() + ".");
    }
    return this;
  }

  /** What clients call {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return LocalPorts.HOST + ":" + port;
  }

  /** Its process. */
  public ProcessHandle process() {
    return process.handle();
  }

  /** Stops it in good order. */
  @Override
  public void close() {
    process.stop(STOP_LIMIT);
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  private static void format(Path properties, Place place) {
    var id = UUID.randomUUID().toString();
    var program =
        program(
            "kafka.tools.StorageTool",
            "format",
            "--standalone",
            "--cluster-id",
            id,
            "--config",
            properties.toString());
    var format = run(program.command(List.of()), place);
    if (!Await.until(START_LIMIT, () -> !format.alive())) {
      format.kill();
    }
  }

  private static Child run(List<String> words, Place place) {
    var directory = Checkout.locate().kafkaLibrary();
    return Child.start(
        new Child.Command("Kafka", words, Map.of(), directory, place.log()), place.lifetime());
  }

  private static JavaProgram program(String main, String... arguments) {
    var library = Checkout.locate().kafkaLibrary();
    return new JavaProgram(
        "kafka",
        List.of(MEMORY, "-XX:+UseSerialGC"),
        JavaProgram.jars(library),
        List.of("-cp", library + File.separator + "*", main),
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
        List.of(arguments));
  }

  private static void writeConfiguration(Path file, Path data, int port, int controller) {
    var configuration =
        """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        num.partitions=6
        default.replication.factor=1
        offsets.topic.num.partitions=6
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=6
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        broker.heartbeat.interval.ms=500
        broker.session.timeout.ms=4000
        """
            .formatted(port, controller, data);
    try {
      Files.createDirectories(data.getParent());
      Files.writeString(file, configuration);
    } catch (IOException e) {
      throw new LocalException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
