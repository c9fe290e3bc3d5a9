package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.homeport.customer.attribute.Attribute;
import dev.homeport.platform.job.document.SingleRow;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of customers as CSV.
 *
 * @param part the part of the document to which it belongs
 * @param field what it is called there
 * @param cell what its cells hold
 */
record CustomerColumn(Part part, String field, Cell cell) implements SingleRow.Column {

  static CustomerColumn of(Attribute attribute) {
    Cell cell =
        switch (attribute.type()) {
          case NUMBER -> Cell.NUMBER;
          case BOOLEAN -> Cell.FLAG;
          case TEXT, DATE, ENUM -> Cell.TEXT;
        };
    return new CustomerColumn(Part.ATTRIBUTES, attribute.name(), cell);
  }

  @Override
  public void put(ObjectNode document, String text) {
    part.of(document).set(field, cell.read(text));
  }

  /** Parts of a document; of what there can be many, the first. */
  enum Part {
    CUSTOMER,
    NAME,
    EMAIL,
    PHONE,
    ADDRESS,
    BIRTHDAY,
    ATTRIBUTES;

    private ObjectNode of(ObjectNode document) {
      return switch (this) {
        case CUSTOMER -> document;
        case NAME -> document.withObjectProperty("name");
        case EMAIL -> first(document.withArrayProperty("emails"));
        case PHONE -> first(document.withArrayProperty("phones"));
        case ADDRESS -> first(document.withArrayProperty("addresses"));
        case BIRTHDAY -> document.withObjectProperty("birthday");
        case ATTRIBUTES -> document.withObjectProperty("attributes");
      };
    }

    private static ObjectNode first(ArrayNode array) {
      return array.isEmpty() ? array.addObject() : (ObjectNode) array.get(0);
    }
  }

  /** What cells hold; what is not of the kind stays a text, which the document's rules refuse. */
  enum Cell {
    TEXT,
    WHOLE,
    NUMBER,
    FLAG,
    LIST;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private JsonNode read(String text) {
      return switch (this) {
        case TEXT -> TextNode.valueOf(text);
        case WHOLE ->
            DIGITS.matcher(text).matches()
                ? LongNode.valueOf(Long.parseLong(text))
                : TextNode.valueOf(text);
        case NUMBER ->
            DECIMAL.matcher(text).matches()
                ? DecimalNode.valueOf(new BigDecimal(text))
                : TextNode.valueOf(text);
        case FLAG ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> BooleanNode.TRUE;
              case "false" -> BooleanNode.FALSE;
              default -> TextNode.valueOf(text);
            };
        case LIST -> list(text);
      };
    }

    private static JsonNode list(String text) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (String each : text.split("\\|", -1)) {
        if (!each.isBlank()) {
          list.add(each.strip());
        }
      }
      return list;
    }
  }
}
