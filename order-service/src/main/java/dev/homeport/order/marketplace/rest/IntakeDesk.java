package dev.homeport.order.marketplace.rest;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.homeport.order.channel.Channel;
import dev.homeport.order.marketplace.Delivery;
import dev.homeport.order.marketplace.DeliveryStatus;
import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Effects;
import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Outcome;
import dev.homeport.order.marketplace.Platform;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Verdict;
import dev.homeport.order.marketplace.Webhook;
import dev.homeport.order.marketplace.store.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Maps bodies that are kept, takes their effects and writes down what became of them. */
@ApplicationScoped
class IntakeDesk {
  private static final Logger LOG = Logger.getLogger(IntakeDesk.class);
  private static final int DEPTH = 64;

  /** Platforms add fields as they like; numbers stay as they are written. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
  }

  private final Deliveries deliveries;
  private final Effects effects;

  IntakeDesk(Deliveries deliveries, Effects effects) {
    this.deliveries = deliveries;
    this.effects = effects;
  }

  /** In the present transaction; can be done again at any time without harm. */
  Verdict settle(Channel channel, Delivery delivery, byte[] body) {
    var placed = new ArrayList<String>();
    Verdict verdict = decide(channel, delivery, body, placed);
    deliveries.settle(delivery, verdict);
    placed.forEach(order -> retry(channel, delivery, order));
    return verdict;
  }

  /** What could not be taken without an order is taken now that the order is there. */
  private void retry(Channel channel, Delivery cause, String order) {
    for (Delivery waiting : deliveries.waitingFor(channel.code(), order)) {
      if (!waiting.id().equals(cause.id())) {
        deliveries
            .body(waiting)
            .ifPresent(
                body ->
                    deliveries.settle(waiting, decide(channel, waiting, body, new ArrayList<>())));
      }
    }
  }

  private Verdict decide(Channel channel, Delivery delivery, byte[] body, List<String> placed) {
    JsonNode json = parse(body);
    if (json == null) {
      return Verdict.quarantined("not-json", "The body is no JSON document.", "");
    }
    var webhook = new Webhook(delivery.topic(), json, delivery.receivedAt());
    return switch (map(channel, webhook)) {
      case Mapped.Ignored(String code, String detail) -> Verdict.ignored(code, detail);
      case Mapped.Unmappable(String code, String detail, String pointer) ->
          Verdict.quarantined(code, detail, pointer);
      case Mapped.Taken(List<Effect> list) -> take(channel, list, placed);
    };
  }

  private static @Nullable JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null || json.isMissingNode() ? null : json;
    } catch (IOException _) {
      return null;
    }
  }

  /** A defect of a mapping must not lose what it was to map. */
  private static Mapped map(Channel channel, Webhook webhook) {
    try {
      return Platform.of(channel.kind())
          .mapping()
          .map(
              webhook,
              new Terms(channel.currency(), channel.market(), channel.zone(), channel.version()));
    } catch (RuntimeException e) {
      LOG.errorf(e, "a mapping failed: channel=%s topic=%s", channel.code(), webhook.topic());
      return new Mapped.Unmappable("mapping-failed", "The mapping failed on this body.", "");
    }
  }

  /** Everything is tried; the first refusal is what the quarantine shows. */
  private Verdict take(Channel channel, List<Effect> list, List<String> placed) {
    Verdict verdict = Verdict.TAKEN;
    Verdict moot = null;
    for (Effect effect : inOrder(list)) {
      switch (effects.take(channel.code(), effect)) {
        case Outcome.Done(String order) -> {
          if (order != null) {
            placed.add(order);
          }
        }
        case Outcome.Moot(String code, String detail) -> moot = Verdict.ignored(code, detail);
        case Outcome.Refused refused -> {
          if (verdict.equals(Verdict.TAKEN)) {
            verdict =
                new Verdict(
                    DeliveryStatus.QUARANTINED,
                    refused.code(),
                    refused.detail(),
                    refused.pointer(),
                    refused.waitsFor());
          }
        }
      }
    }
    return list.size() == 1 && moot != null ? moot : verdict;
  }

  /** Orders by number, so that two bodies with the same ones do not wait for each other. */
  private static List<Effect> inOrder(List<Effect> list) {
    return list.stream()
        .sorted(
            Comparator.comparing(
                effect -> effect instanceof Effect.Sale sale ? sale.externalId() : "\uffff"))
        .toList();
  }
}
