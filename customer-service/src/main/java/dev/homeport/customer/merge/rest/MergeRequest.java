package dev.homeport.customer.merge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Side;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a merge. */
@Schema(name = "MergeRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MergeRequest(
    @Schema(
            description = "The customer whose place is taken.",
            examples = "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70")
        @NotNull
        @Size(max = 40)
        String customerId,
    @Schema(description = "Fields of which you say whose value is shown; the others go by rule.")
        @Valid
        @Nullable Choices fields) {

  static final String EXAMPLE =
      """
      {"customerId": "cus_1c8f2e63-9d5e-8b7c-8f40-2b3c4d5e6f70", "fields": {"name": "absorbed"}}""";

  Map<Field, Side> choices() {
    return fields == null ? Map.of() : fields.map();
  }

  /** Whose value of each field is shown. */
  @Schema(name = "MergeChoices")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Choices(
      @Nullable Side name,
      @Nullable Side country,
      @Nullable Side language,
      @Nullable Side timeZone,
      @Nullable Side birthday,
      @Nullable Side tags,
      @Nullable Side attributes,
      @Nullable Side emails,
      @Nullable Side phones,
      @Nullable Side addresses) {

    static Choices of(Map<Field, Side> choices) {
      return new Choices(
          choices.get(Field.NAME),
          choices.get(Field.COUNTRY),
          choices.get(Field.LANGUAGE),
          choices.get(Field.TIME_ZONE),
          choices.get(Field.BIRTHDAY),
          choices.get(Field.TAGS),
          choices.get(Field.ATTRIBUTES),
          choices.get(Field.EMAILS),
          choices.get(Field.PHONES),
          choices.get(Field.ADDRESSES));
    }

    private Map<Field, Side> map() {
      var map = new EnumMap<Field, Side>(Field.class);
      put(map, Field.NAME, name);
      put(map, Field.COUNTRY, country);
      put(map, Field.LANGUAGE, language);
      put(map, Field.TIME_ZONE, timeZone);
      put(map, Field.BIRTHDAY, birthday);
      put(map, Field.TAGS, tags);
      put(map, Field.ATTRIBUTES, attributes);
      put(map, Field.EMAILS, emails);
      put(map, Field.PHONES, phones);
      put(map, Field.ADDRESSES, addresses);
      return map;
    }

    private static void put(Map<Field, Side> map, Field field, @Nullable Side side) {
      if (side != null) {
        map.put(field, side);
      }
    }
  }
}
