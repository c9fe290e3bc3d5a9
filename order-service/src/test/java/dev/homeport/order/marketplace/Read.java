package dev.homeport.order.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.homeport.order.channel.ChannelKind;
import dev.homeport.order.order.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Reads bodies of platforms without a database. */
public final class Read {
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  static final Terms BARE = new Terms(null, null, ZoneId.of("UTC"), 1);
  static final Terms GERMAN =
      new Terms(Currency.getInstance("EUR"), "DE", ZoneId.of("Europe/Berlin"), 1);

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private Read() {}

  /** A body in the shape of a platform's documentation. */
  public static String body(String name) {
    try (var in = Read.class.getResourceAsStream("/marketplace/" + name + ".json")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Mapped map(ChannelKind kind, String topic, String body, Terms terms) {
    try {
      return Platform.of(kind).mapping().map(new Webhook(topic, JSON.readTree(body), NOW), terms);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<Effect> effects(ChannelKind kind, String topic, String body) {
    Mapped mapped = map(kind, topic, body, BARE);
    assertThat(mapped).isInstanceOf(Mapped.Taken.class);
    return ((Mapped.Taken) mapped).effects();
  }

  static Effect.Sale sale(ChannelKind kind, String topic, String body) {
    return (Effect.Sale) effects(kind, topic, body).getFirst();
  }

  static BigDecimal sum(Effect.Sale sale) {
    return sale.lines().stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
