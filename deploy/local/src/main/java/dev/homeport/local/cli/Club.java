package dev.homeport.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.homeport.local.LocalException;
import dev.homeport.local.demo.SimulatedMerchant;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Runs a loyalty programme with everything over the simulated history, with rewards in it. */
final class Club {

  private static final String KEY = "club";
  private static final String DOCUMENT = "/dev/homeport/local/demo/club.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What members can have, as {@code POST /v1/rewards} takes it. */
  private static final List<String> REWARDS =
      List.of(
          """
          {"key": "five-off", "name": "5 EUR off", "programme": "club", "points": 500,
           "benefit": {"type": "amount-off", "amount": "5", "currency": "EUR"}, "validDays": 90}""",
          """
          {"key": "gold-shipping", "name": "Free shipping for gold", "programme": "club",
           "points": 150, "when": "member.tier == 'gold'", "uses": 3,
           "benefit": {"type": "free-shipping"}, "validDays": 365}""");

  private final Api api;

  Club(Api api) {
    this.api = api;
  }

  /** Begins with the first orders of the merchant; what runs already is left as it is. */
  void run(SimulatedMerchant merchant) {
    if (programme().isEmpty()) {
      begin(
          merchant.end().atZone(ZoneOffset.UTC).minusMonths(SimulatedMerchant.MONTHS).toInstant());
    }
    print(api.get("/v1/liability?programme=" + KEY).required("The points of the club"));
  }

  private Optional<JsonNode> programme() {
    for (var programme : api.get("/v1/programmes").required("The programmes").path("items")) {
      if (programme.path("key").asText().equals(KEY)) {
        return Optional.of(programme);
      }
    }
    return Optional.empty();
  }

  private void begin(Instant start) {
    var asked = NODES.objectNode().set("document", document());
    var made = api.post("/v1/programmes", asked).required("Making a programme");
    var version = "/v1/programmes/" + made.path("id").asText() + "/versions/1";
    api.post(version + "/review", NODES.objectNode()).required("Submitting a programme");
    var approved =
        api.post(version + "/approval", NODES.objectNode().put("startsAt", start.toString()))
            .required("Approving a programme");
    WatchedJob.follow(
            api, "/v1/loyalty-service/jobs/" + approved.path("ratingJobId").asText(), _ -> {})
        .requireSuccess();
    for (var reward : REWARDS) {
      api.post("/v1/rewards", read(reward)).required("Offering a reward");
    }
  }

  private static void print(JsonNode points) {
    System.out.printf(
        "%n  the club (tiers, welcome, second order, reviews): %s points, held by %s members%n",
        Figures.count(points.path("outstanding").asLong()),
        Figures.count(points.path("holders").asLong()));
  }

  private static JsonNode document() {
    try (var file = Club.class.getResourceAsStream(DOCUMENT)) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new LocalException("The programme of the demo cannot be read.", e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new LocalException("A reward of the demo cannot be read.", e);
    }
  }
}
