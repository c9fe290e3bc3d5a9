package dev.homeport.platform.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.secret.DayKeys;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service answers to people's requests. */
@ApplicationScoped
class Contributions {
  /** Characters of rows in one event; the broker takes a megabyte. */
  private static final int PART = 200_000;

  private final List<Holding> holdings;
  private final Database database;
  private final Outbox outbox;
  private final DayKeys dayKeys;
  private final Clock clock;
  private final String service;

  Contributions(
      @All List<Holding> holdings,
      Database database,
      Outbox outbox,
      DayKeys dayKeys,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.holdings = holdings;
    this.database = database;
    this.outbox = outbox;
    this.dayKeys = dayKeys;
    this.clock = clock;
    this.service = service;
  }

  private record Part(String holding, List<JsonNode> rows) {}

  /** Everything that may show the person lies under keys of days, which end by themselves. */
  void confirm(ErasureAsked asked) {
    var confirmed =
        new ErasureConfirmed(
            asked.requestId(),
            asked.customerId(),
            service,
            clock.instant(),
            dayKeys.unreadableAt());
    send(PrivacyTopics.ERASURE, ErasureConfirmed.TYPE, asked, confirmed);
  }

  void contribute(AccessAsked asked) {
    var parts = new ArrayList<Part>();
    for (Holding holding : holdings) {
      read(holding, asked.identityIds(), parts);
    }
    if (parts.isEmpty()) {
      parts.add(new Part("nothing", List.of()));
    }
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      var contributed =
          new AccessContributed(
              asked.requestId(),
              asked.customerId(),
              service,
              clock.instant(),
              i,
              parts.size(),
              part.holding(),
              part.rows());
      send(PrivacyTopics.ACCESS, AccessContributed.TYPE, asked, contributed);
    }
  }

  private void read(Holding holding, List<UUID> identities, List<Part> parts) {
    var rows = new ArrayList<JsonNode>();
    var size = new int[1];
    database.each(
        holding.sql(),
        to -> to.texts(identities),
        row -> {
          String json = row.getString(1);
          if (size[0] + json.length() > PART && !rows.isEmpty()) {
            parts.add(new Part(holding.name(), List.copyOf(rows)));
            rows.clear();
            size[0] = 0;
          }
          rows.add(EventJson.tree(json));
          size[0] += json.length();
        });
    if (!rows.isEmpty()) {
      parts.add(new Part(holding.name(), List.copyOf(rows)));
    }
  }

  private void send(
      dev.homeport.platform.event.Topic topic, String type, PrivacyAsked asked, Object data) {
    String key = asked.customerId().toString();
    outbox.append(OutboundEvent.of(topic, key, type, asked.requestId().toString(), 0, data));
  }
}
