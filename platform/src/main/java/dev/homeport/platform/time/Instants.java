package dev.homeport.platform.time;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Instants and dates on the wire: ISO 8601 strings, instants cut to microseconds. */
public final class Instants {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Instants() {}

  /**
   * Reads an instant with {@code Z} or an offset, in the years 1 to 9999.
   *
   * @throws DateTimeException when the text is none
   */
  public static Instant parse(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("outside the years 1 to 9999");
    }
    return instant;
  }

  /** Writes an instant. */
  public static final class Writer extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public Writer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(instant.truncatedTo(ChronoUnit.MICROS).toString());
    }
  }

  /** Reads an instant. */
  public static final class Reader extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public Reader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return (Instant) context.handleUnexpectedToken(Instant.class, in);
      }
      try {
        return parse(in.getText());
      } catch (DateTimeException _) {
        return (Instant) context.handleWeirdStringValue(Instant.class, in.getText(), "no instant");
      }
    }
  }

  /** Reads a date, without Jackson's lenience for arrays and for instants. */
  public static final class DateReader extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public DateReader() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, in);
      }
      try {
        return LocalDate.parse(in.getText());
      } catch (DateTimeException _) {
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, in.getText(), "no date");
      }
    }
  }
}
