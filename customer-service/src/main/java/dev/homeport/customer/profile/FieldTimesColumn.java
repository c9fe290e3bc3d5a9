package dev.homeport.customer.profile;

import dev.homeport.customer.person.Field;
import dev.homeport.platform.event.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When each field was last stated, in one column as JSON; the map is replaced, never changed. */
@Converter
class FieldTimesColumn implements AttributeConverter<Map<Field, Instant>, String> {

  @Override
  public String convertToDatabaseColumn(@Nullable Map<Field, Instant> times) {
    return times == null ? "{}" : EventJson.write(times);
  }

  @Override
  public Map<Field, Instant> convertToEntityAttribute(@Nullable String json) {
    var times = new EnumMap<Field, Instant>(Field.class);
    EventJson.tree(json == null ? "{}" : json)
        .properties()
        .forEach(
            time ->
                times.put(Field.valueOf(time.getKey()), Instant.parse(time.getValue().asText())));
    return Map.copyOf(times);
  }
}
