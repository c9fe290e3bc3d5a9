package dev.homeport.gateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges what the services say of their events into one AsyncAPI document. Channels of one topic
 * are one; what two services call alike and mean differently has the service's name before it.
 */
final class SuiteEvents {
  private static final String DESCRIPTION =
      """
      What the services of Homeport tell each other over Kafka: CloudEvents 1.0 in binary mode, whose \
      value is the JSON of the fact. An event says how its subject now stands; a consumer applies \
      only what has a higher revision than what it holds. Within v1 fields are only added; consumers \
      ignore those that they do not know.""";

  private static final String REFERENCE = "$ref";
  private static final String COMPONENTS = "#/components/";
  private static final String CHANNELS = "#/channels/";

  private final List<ServiceEvents> all;
  private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> channelOfTopic = new HashMap<>();

  private SuiteEvents(List<ServiceEvents> all) {
    this.all = all;
  }

  /**
   * @param all in the order of their services; changed by this
   * @param missing services whose events are not known yet
   */
  static ObjectNode merge(List<ServiceEvents> all, Collection<String> missing) {
    return new SuiteEvents(all).merge(missing);
  }

  private ObjectNode merge(Collection<String> missing) {
    merged.put("asyncapi", "3.0.0");
    merged
        .putObject("info")
        .put("title", "Homeport events")
        .put("version", "1.0.0")
        .put("description", DESCRIPTION)
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
    merged.put("defaultContentType", "application/json");
    merged.putObject("channels");
    merged.putObject("operations");
    merged.putObject("components");
    // What messages refer to comes first, so that messages are compared by what they mean.
    components("schemas");
    components("messages");
    Names channels = channels();
    all.forEach(events -> channels(events, channels.of(events.service())));
    operations();
    if (!missing.isEmpty()) {
      missing.forEach(merged.putArray("x-missing-services")::add);
    }
    return merged;
  }

  /** Puts the components of a kind side by side. */
  private void components(String kind) {
    var holders = new TreeMap<String, Map<String, JsonNode>>();
    for (ServiceEvents events : all) {
      for (var component : events.document().at("/components/" + kind).properties()) {
        holders
            .computeIfAbsent(component.getKey(), _ -> new TreeMap<>())
            .put(events.service(), component.getValue());
      }
    }
    var names = new Names();
    holders.keySet().forEach(name -> names.keep(kind + "/" + name));
    holders.forEach(
        (name, contents) -> {
          if (new HashSet<>(contents.values()).size() > 1) {
            contents.keySet().forEach(service -> names.give(service, kind + "/", name, false));
          }
        });
    ObjectNode target = merged.withObjectProperty("components").withObjectProperty(kind);
    for (ServiceEvents events : all) {
      Map<String, String> given = names.of(events.service());
      rename(events.document(), COMPONENTS, given);
      for (var component : events.document().at("/components/" + kind).properties()) {
        String key = kind + "/" + component.getKey();
        target.set(given.getOrDefault(key, key).substring(kind.length() + 1), component.getValue());
      }
    }
  }

  /** The names of channels that mean another topic than the first of that name. */
  private Names channels() {
    var topics = new HashMap<String, String>();
    var names = new Names();
    for (ServiceEvents events : all) {
      for (var channel : events.document().path("channels").properties()) {
        names.keep(channel.getKey());
        topics.putIfAbsent(channel.getKey(), address(channel.getValue()));
      }
    }
    for (ServiceEvents events : all) {
      for (var channel : events.document().path("channels").properties()) {
        if (!address(channel.getValue()).equals(topics.get(channel.getKey()))) {
          names.give(events.service(), "", channel.getKey(), false);
        }
      }
    }
    return names;
  }

  private void channels(ServiceEvents events, Map<String, String> names) {
    ObjectNode target = merged.withObjectProperty("channels");
    var moved = new HashMap<String, String>();
    for (var channel : events.document().path("channels").properties()) {
      String wanted = names.getOrDefault(channel.getKey(), channel.getKey());
      String name = channelOfTopic.computeIfAbsent(address(channel.getValue()), _ -> wanted);
      moved.put(channel.getKey(), name);
      unite(target, name, (ObjectNode) channel.getValue());
    }
    rename(events.document().path("operations"), CHANNELS, moved);
  }

  /** Whoever says what comes in it describes a topic; the others only take from it. */
  private static void unite(ObjectNode channels, String name, ObjectNode channel) {
    JsonNode present = channels.path(name);
    if (present.isMissingNode() || (!present.has("messages") && channel.has("messages"))) {
      channels.set(name, channel);
    } else if (channel.has("messages")) {
      ObjectNode messages = ((ObjectNode) present).withObjectProperty("messages");
      channel
          .path("messages")
          .properties()
          .forEach(message -> messages.putIfAbsent(message.getKey(), message.getValue()));
    }
  }

  private void operations() {
    var count = new HashMap<String, Integer>();
    var names = new Names();
    for (ServiceEvents events : all) {
      for (var operation : events.document().path("operations").properties()) {
        count.merge(operation.getKey(), 1, Integer::sum);
        names.keep(operation.getKey());
      }
    }
    ObjectNode target = merged.withObjectProperty("operations");
    for (ServiceEvents events : all) {
      for (var operation : events.document().path("operations").properties()) {
        String name = operation.getKey();
        if (count.getOrDefault(name, 0) > 1) {
          names.give(events.service(), "", name, false);
          name = names.of(events.service()).getOrDefault(name, name);
        }
        ObjectNode told = (ObjectNode) operation.getValue();
        told.putArray("tags").addObject().put("name", events.service());
        target.set(name, told);
      }
    }
  }

  /** Renames the first steps of references below a place, such as {@code schemas/order.v1}. */
  private static void rename(JsonNode part, String below, Map<String, String> names) {
    if (part instanceof ObjectNode object && object.path(REFERENCE).asText().startsWith(below)) {
      String target = object.path(REFERENCE).asText().substring(below.length());
      names.forEach(
          (name, given) -> {
            if (target.equals(name) || target.startsWith(name + "/")) {
              object.put(REFERENCE, below + given + target.substring(name.length()));
            }
          });
    }
    part.forEach(inner -> rename(inner, below, names));
  }

  private static String address(JsonNode channel) {
    return channel.path("address").asText();
  }
}
