package dev.homeport.system.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils good calls at random: somewhere in the body, the query, the path or the headers. */
final class Fuzzer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> MEDIA_TYPES =
      List.of("application/json", "text/plain", "application/xml", "text/csv", "*/*", "x");
  private static final List<String> HEADERS =
      List.of("If-Match", "If-None-Match", "Accept", "Accept-Language", "X-Reason", Call.KEY);

  private final RandomGenerator random;

  Fuzzer(RandomGenerator random) {
    this.random = random;
  }

  /** The call with up to three things wrong with it. */
  Call spoil(Call good) {
    Call call = good;
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      call = once(call);
    }
    return call;
  }

  private Call once(Call call) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> body(call);
      case 4, 5 -> query(call);
      case 6 -> path(call);
      case 7 -> header(call);
      case 8 -> call.body() == null ? query(call) : broken(call, call.body());
      default -> call.saying("Content-Type", pick(MEDIA_TYPES));
    };
  }

  private Call body(Call call) {
    if (call.body() == null) {
      return query(call);
    }
    JsonNode body;
    try {
      body = JSON.readTree(call.body());
    } catch (JsonProcessingException _) {
      return broken(call, call.body());
    }
    if (random.nextInt(20) == 0) {
      return call.sending(Corpus.value(random));
    }
    var containers = new ArrayList<JsonNode>();
    containers(body, containers);
    if (containers.isEmpty()) {
      return call.sending(Corpus.value(random));
    }
    switch (pick(containers)) {
      case ObjectNode object -> spoil(object);
      case ArrayNode array -> array.add(Corpus.value(random));
      case JsonNode _ -> {}
    }
    return call.sending(body);
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  private void spoil(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(12) == 0) {
      object.set(Corpus.text(random), Corpus.value(random));
    } else if (random.nextInt(6) == 0) {
      object.remove(pick(names));
    } else {
      object.set(pick(names), Corpus.value(random));
    }
  }

  private Call broken(Call call, String body) {
    return switch (random.nextInt(4)) {
      case 0 -> call.sending(body.substring(0, random.nextInt(body.length() + 1)));
      case 1 -> call.sending(body + body);
      case 2 -> call.sending(Corpus.text(random));
      default -> {
        int at = random.nextInt(body.length() + 1);
        yield call.sending(body.substring(0, at) + Corpus.text(random) + body.substring(at));
      }
    };
  }

  private Call query(Call call) {
    List<String> names = call.operation().parameters("query").map(Parameter::name).toList();
    String name = names.isEmpty() || random.nextInt(8) == 0 ? Corpus.text(random) : pick(names);
    return name.isEmpty() ? call : call.asking(name, Corpus.text(random));
  }

  /** Segments that are empty or dots are other paths, which the gateway refuses by itself. */
  private Call path(Call call) {
    return call.path().isEmpty()
        ? query(call)
        : call.at(pick(List.copyOf(call.path().keySet())), Corpus.text(random));
  }

  /** What Java's client would not send stays as it is. */
  private Call header(Call call) {
    String value = Corpus.text(random);
    boolean sendable = value.chars().allMatch(c -> c >= ' ' && c < 127);
    return sendable ? call.saying(pick(HEADERS), value) : call;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
