package dev.homeport.system;

import dev.homeport.local.Databases;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks for words in every column of every table and in every record of every topic. */
final class Scan {
  private final List<String> words;
  private final List<String> found = new ArrayList<>();

  private Scan(List<String> words) {
    this.words =
        words.stream()
            .flatMap(word -> List.of(word, hex(word), base64(word)).stream())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** Where any of the words was found in all of the suite, in clear, hexadecimal or Base64. */
  static List<String> everywhere(List<String> words) {
    var scan = new Scan(words);
    Databases.ALL.forEach(database -> scan.database(database.name()));
    scan.topics();
    return scan.found;
  }

  private static String hex(String word) {
    return java.util.HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return text.substring(0, bytes.length / 3 * 4);
  }

  private void database(String name) {
    String url = Homeport.suite().postgres().jdbcUrl(name) + "?user=postgres";
    try (Connection connection = DriverManager.getConnection(url);
        var columns = connection.createStatement();
        var rows =
            columns.executeQuery(
                """
                select table_name, column_name from information_schema.columns
                join information_schema.tables using (table_schema, table_name)
                where table_schema = 'public' and table_type = 'BASE TABLE'""")) {
      while (rows.next()) {
        column(connection, rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void column(Connection connection, String table, String column) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("select \"%s\"::text from \"%s\"".formatted(column, table))) {
      while (rows.next()) {
        look(connection.getCatalog() + "." + table + "." + column, rows.getString(1));
      }
    }
  }

  private void topics() {
    var broker = Homeport.suite().kafka().bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker));
        var consumer =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          admin.listTopics().names().get().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                message -> {
                  look(message.topic(), text(message.key()));
                  look(message.topic(), text(message.value()));
                  message.headers().forEach(h -> look(message.topic(), text(h.value())));
                });
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void look(String place, String text) {
    if (text != null) {
      String lower = text.toLowerCase(Locale.ROOT);
      words.stream().filter(lower::contains).forEach(word -> found.add(place + ": " + word));
    }
  }
}
