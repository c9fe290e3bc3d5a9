package dev.homeport.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads texts, all but those with the character U+0000, which PostgreSQL cannot store. */
final class PlainText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;
  private static final String FAULT = "has the character U+0000, which no text may have";

  PlainText() {
    super(String.class);
  }

  /** Whether it is free of that character. */
  static boolean is(String text) {
    return text.indexOf('\0') < 0;
  }

  @Override
  public @Nullable String deserialize(JsonParser in, DeserializationContext context)
      throws IOException {
    String text = StringDeserializer.instance.deserialize(in, context);
    if (text != null && !is(text)) {
      throw Problem.of(CommonProblem.VALIDATION_FAILED, "The body is not valid.").at("", FAULT);
    }
    return text;
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.Textual;
  }
}
