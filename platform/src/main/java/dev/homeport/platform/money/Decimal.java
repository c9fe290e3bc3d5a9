package dev.homeport.platform.money;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Exact decimal numbers as they are written outside: a string without an exponent, with at most 17
 * digits before and 9 after the point, so that each fits {@code numeric(26,9)}.
 */
public final class Decimal {
  /** The written form, as a schema states it. */
  public static final String PATTERN = "^-?(0|[1-9][0-9]{0,16})([.][0-9]{1,9})?$";

  static final int INTEGER_DIGITS = 17;
  static final int FRACTION_DIGITS = 9;

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private Decimal() {}

  /** Reads the written form; empty for anything else. */
  public static Optional<BigDecimal> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(canonical(new BigDecimal(text)))
        : Optional.empty();
  }

  /** The shortest written form: {@code 12.340000000} is 12.34, and {@code 1E+3} is 1000. */
  public static String text(BigDecimal number) {
    return canonical(number).toPlainString();
  }

  /** The same number with as few fraction digits as it needs, and none below zero. */
  public static BigDecimal canonical(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Whether a column {@code numeric(26,9)} holds the number without rounding it. */
  public static boolean fits(BigDecimal number) {
    BigDecimal shortest = canonical(number);
    return shortest.scale() <= FRACTION_DIGITS
        && shortest.precision() - shortest.scale() <= INTEGER_DIGITS;
  }

  /** Writes the string. */
  public static final class Writer extends StdSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public Writer() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(text(number));
    }
  }

  /** Reads the string, and whole JSON numbers too: a quantity of 2 may be written plainly. */
  public static class Reader extends StdDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public Reader() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      if (accepts(in.currentToken())) {
        String text = in.getText();
        Optional<BigDecimal> number = parse(text);
        return number.isPresent()
            ? number.get()
            : (BigDecimal)
                context.handleWeirdStringValue(BigDecimal.class, text, "not a plain decimal");
      }
      return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
    }

    boolean accepts(JsonToken token) {
      return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT;
    }
  }

  /** Reads only the string: an amount of money is never a JSON number. */
  public static final class StringReader extends Reader {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public StringReader() {}

    @Override
    boolean accepts(JsonToken token) {
      return token == JsonToken.VALUE_STRING;
    }
  }
}
