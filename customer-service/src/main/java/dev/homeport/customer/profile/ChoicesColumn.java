package dev.homeport.customer.profile;

import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Side;
import dev.homeport.platform.event.EventJson;
import java.util.EnumMap;
import java.util.Map;

/** Whose value of a field a merge shows, in one column as JSON. */
public final class ChoicesColumn {
  private ChoicesColumn() {}

  /** Reads the column. */
  public static Map<Field, Side> read(String json) {
    var choices = new EnumMap<Field, Side>(Field.class);
    EventJson.tree(json)
        .properties()
        .forEach(
            choice ->
                choices.put(
                    Field.valueOf(choice.getKey()), Side.valueOf(choice.getValue().asText())));
    return choices;
  }
}
