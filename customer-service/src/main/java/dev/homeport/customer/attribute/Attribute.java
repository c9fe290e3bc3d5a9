package dev.homeport.customer.attribute;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A declared attribute.
 *
 * @param choices what an {@code enum} can be; empty for all others
 */
public record Attribute(String name, Type type, List<String> choices) {

  /** The longest text. */
  public static final int MAX_TEXT = 500;

  private static final int MAX_DIGITS = 30;

  public Attribute {
    choices = List.copyOf(choices);
  }

  /** What values can be. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    ENUM
  }

  /** Whether a JSON value is one of this attribute. */
  public boolean admits(JsonNode value) {
    return switch (type) {
      case TEXT -> value.isTextual() && value.textValue().length() <= MAX_TEXT;
      case NUMBER -> value.isNumber() && value.decimalValue().precision() <= MAX_DIGITS;
      case BOOLEAN -> value.isBoolean();
      case DATE -> value.isTextual() && date(value.textValue());
      case ENUM -> value.isTextual() && choices.contains(value.textValue());
    };
  }

  private static boolean date(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
