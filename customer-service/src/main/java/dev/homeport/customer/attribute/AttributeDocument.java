package dev.homeport.customer.attribute;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attribute as callers declare and see it. */
@Schema(name = "CustomerAttribute")
record AttributeDocument(
    @Schema(examples = "shoeSize") @NotNull @Size(max = 64) @Pattern(regexp = NAME) String code,
    @NotNull Attribute.Type type,
    @Schema(description = "What an enum can be.", examples = "[\"S\", \"M\", \"L\"]")
        @Size(max = 100)
        @Nullable List<@NotNull @Size(min = 1, max = 64) String> choices) {

  static final String NAME = "^[a-z][A-Za-z0-9]{0,63}$";

  static final String EXAMPLE =
      "{\"code\": \"shirtSize\", \"type\": \"enum\", \"choices\": [\"S\", \"M\", \"L\"]}";

  static final String PAGE = "{\"items\": [" + EXAMPLE + "]}";

  static AttributeDocument of(Attribute attribute) {
    return new AttributeDocument(
        attribute.name(),
        attribute.type(),
        attribute.choices().isEmpty() ? null : attribute.choices());
  }

  Attribute attribute() {
    return new Attribute(code, type, choices == null ? List.of() : choices);
  }
}
