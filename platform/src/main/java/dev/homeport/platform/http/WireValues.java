package dev.homeport.platform.http;

import dev.homeport.platform.money.Currencies;
import dev.homeport.platform.money.Decimal;
import dev.homeport.platform.problem.WireName;
import dev.homeport.platform.time.Instants;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In parameters, values are written as they are in JSON: enums, decimals, instants, currencies. */
@Provider
public class WireValues implements ParamConverterProvider {
  private static final Map<Class<?>, Function<String, Optional<?>>> READERS =
      Map.of(
          BigDecimal.class, Decimal::parse,
          Currency.class, Currencies::find,
          Instant.class, WireValues::instant);

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    return handles(type) ? new Converter<>(type) : null;
  }

  static boolean handles(Class<?> type) {
    return type.isEnum() || READERS.containsKey(type);
  }

  /** The value of a type that this class handles; empty when the text is none. */
  static Optional<?> read(Class<?> type, String text) {
    Function<String, Optional<?>> reader = READERS.get(type);
    return reader == null ? constant(type, text) : reader.apply(text);
  }

  private static Optional<?> constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> WireName.of((Enum<?>) constant).equals(text))
        .findFirst();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instants.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private record Converter<T>(Class<T> type) implements ParamConverter<T> {
    @Override
    public @Nullable T fromString(@Nullable String text) {
      return text == null
          ? null
          : type.cast(read(type, text).orElseThrow(IllegalArgumentException::new));
    }

    @Override
    public String toString(T value) {
      return switch (value) {
        case Enum<?> constant -> WireName.of(constant);
        case BigDecimal number -> Decimal.text(number);
        default -> value.toString();
      };
    }
  }
}
