package dev.homeport.platform.openapi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Every value has a limit. What callers send has its own, from the constraints that enforce it;
 * here only the form of identifiers and the character that no text may have are added, which hold
 * everywhere. What is answered gets the limit of its type where it has no narrower one.
 */
final class WireLimits {
  /** No text holds it: neither JSON bodies nor parameters with it are accepted. */
  static final String TEXT = "^[^\\x00]*$";

  private static final Pattern IDENTIFIER =
      Pattern.compile("([a-z]{3})_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final int IDENTIFIER_LENGTH = 40;
  private static final String DECIMAL_START = "^-?(0|[1-9]";
  private static final int DECIMAL_LENGTH = 28;
  private static final Map<String, Integer> FORMATS =
      Map.of("date", 10, "date-time", 35, "uuid", 36);
  private static final int ANSWERED_LENGTH = 10_000;
  private static final int ANSWERED_ITEMS = 10_000;

  /** The integers that JSON programs can hold without loss. */
  private static final BigDecimal SAFE = BigDecimal.valueOf((1L << 53) - 1);

  private final Set<Schema> sent = Collections.newSetFromMap(new IdentityHashMap<>());
  private final OpenAPI document;

  private WireLimits(OpenAPI document) {
    this.document = document;
  }

  static void complete(OpenAPI document) {
    var limits = new WireLimits(document);
    Schemas.operations(document)
        .flatMap(operation -> Schemas.sent(operation).stream())
        .forEach(limits::follow);
    Schemas.operations(document)
        .filter(operation -> operation.getParameters() != null)
        .flatMap(operation -> operation.getParameters().stream())
        .forEach(parameter -> limits.form(parameter.getSchema(), parameter.getExample()));
    Schemas.visit(document, limits::limit);
  }

  /** Marks what callers send, at any depth. */
  private void follow(Schema schema) {
    Schemas.visit(
        schema,
        inner -> {
          boolean fresh = sent.add(inner);
          String reference = inner.getRef();
          if (fresh && reference != null) {
            Schema target =
                document
                    .getComponents()
                    .getSchemas()
                    .get(reference.substring(reference.lastIndexOf('/') + 1));
            if (target != null && !sent.contains(target)) {
              follow(target);
            }
          }
        });
  }

  private void limit(Schema schema) {
    if (schema.getRef() != null || schema.getType() == null) {
      return;
    }
    List<SchemaType> types =
        schema.getType().stream().filter(type -> type != SchemaType.NULL).toList();
    if (types.size() != 1) {
      return;
    }
    switch (types.getFirst()) {
      case STRING -> text(schema);
      case INTEGER -> integer(schema);
      case ARRAY -> array(schema);
      default -> {}
    }
  }

  private void text(Schema schema) {
    List<Object> examples = schema.getExamples();
    form(schema, examples == null || examples.isEmpty() ? null : examples.getFirst());
    if (schema.getEnumeration() != null) {
      return;
    }
    if (schema.getFormat() == null && schema.getPattern() == null) {
      schema.setPattern(TEXT);
    }
    if (schema.getMaxLength() == null) {
      length(schema).ifPresent(schema::setMaxLength);
    }
  }

  private Optional<Integer> length(Schema schema) {
    String pattern = schema.getPattern();
    Integer formatted = FORMATS.get(String.valueOf(schema.getFormat()));
    if (formatted != null) {
      return Optional.of(formatted);
    }
    if (pattern != null && pattern.startsWith(DECIMAL_START)) {
      return Optional.of(DECIMAL_LENGTH);
    }
    return sent.contains(schema) ? Optional.empty() : Optional.of(ANSWERED_LENGTH);
  }

  /** What is shown as an identifier is one. */
  private void form(@Nullable Schema schema, @Nullable Object example) {
    if (schema == null || schema.getRef() != null || schema.getFormat() != null) {
      return;
    }
    Matcher matcher = IDENTIFIER.matcher(String.valueOf(example));
    if (matcher.matches()) {
      schema.setPattern("^" + matcher.group(1) + "_" + UUID + "$");
      schema.setMaxLength(IDENTIFIER_LENGTH);
    }
  }

  private void integer(Schema schema) {
    if (schema.getFormat() == null) {
      schema.setFormat("int64");
    }
    boolean small = "int32".equals(schema.getFormat());
    if (sent.contains(schema)) {
      return;
    }
    if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
      schema.setMinimum(small ? BigDecimal.valueOf(Integer.MIN_VALUE) : SAFE.negate());
    }
    if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
      schema.setMaximum(small ? BigDecimal.valueOf(Integer.MAX_VALUE) : SAFE);
    }
  }

  private void array(Schema schema) {
    if (schema.getMaxItems() == null && !sent.contains(schema)) {
      schema.setMaxItems(ANSWERED_ITEMS);
    }
  }
}
