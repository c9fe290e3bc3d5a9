package dev.homeport.gateway.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.gateway.route.Match;
import dev.homeport.gateway.route.Route;
import dev.homeport.gateway.upstream.Routes;
import dev.homeport.gateway.upstream.Trial;
import dev.homeport.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What every overview asks, and how their answers are read where they must be. */
@ApplicationScoped
class Services {
  private static final int SHOWN = 5;
  private static final MultiMap NO_HEADERS = MultiMap.caseInsensitiveMultiMap();

  private final Routes routes;
  private final Upstreams upstreams;
  private final Vertx vertx;
  private final ObjectMapper json;
  private final long timeoutMillis;

  Services(
      Routes routes, Upstreams upstreams, Vertx vertx, ObjectMapper json, OverviewConfig config) {
    this.routes = routes;
    this.upstreams = upstreams;
    this.vertx = vertx;
    this.json = json;
    this.timeoutMillis = config.timeout().toMillis();
  }

  Match find(String target) {
    int query = target.indexOf('?');
    return routes.table().match("GET", query < 0 ? target : target.substring(0, query));
  }

  /** Empty while nothing is sent to any address of the service. */
  Optional<Trial> begin(Route route) {
    return upstreams.named(route.service()).begin(route, null, NO_HEADERS, null);
  }

  Future<HttpClientRequest> open(Trial trial, String target) {
    return upstreams.open(trial.address().request(HttpMethod.GET, target));
  }

  /** Does something when an overview has waited long enough. */
  long later(Runnable expired) {
    return vertx.setTimer(timeoutMillis, _ -> expired.run());
  }

  void cancel(long timer) {
    vertx.cancelTimer(timer);
  }

  List<String> identities(Buffer page) throws IOException {
    var ids = new ArrayList<String>();
    json.readTree(page.getBytes()).path("items").forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  /** The newest items of several pages as one; the first answer that is no page instead. */
  Answer newest(List<Answer> answers) {
    for (Answer answer : answers) {
      if (answer.status() != 200 || answers.size() == 1) {
        return answer;
      }
    }
    try {
      var items = new ArrayList<JsonNode>();
      for (Answer answer : answers) {
        json.readTree(answer.body().getBytes()).path("items").forEach(items::add);
      }
      items.sort(Comparator.comparing(Services::placedAt).reversed());
      ObjectNode page = json.createObjectNode();
      ArrayNode shown = page.putArray("items");
      items.stream().limit(SHOWN).forEach(shown::add);
      return new Answer(200, json(page), "");
    } catch (IOException _) {
      return Answer.brokenOff();
    }
  }

  private static Instant placedAt(JsonNode order) {
    return Instant.parse(order.path("placedAt").asText("1970-01-01T00:00:00Z"));
  }

  Buffer json(Object value) {
    try {
      return Buffer.buffer(json.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer has no JSON", e);
    }
  }
}
