package dev.homeport.platform.money;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.io.IOException;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The currencies of ISO 4217 that amounts can be stated in: all that have a minor unit. */
public final class Currencies {
  private static final Map<String, Currency> KNOWN =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  private Currencies() {}

  /** The currency of a code in capital letters; anything else is 422 {@code unknown-currency}. */
  public static Currency of(String code) {
    return find(code)
        .orElseThrow(
            () ->
                Problem.of(
                    CommonProblem.UNKNOWN_CURRENCY,
                    "Expected a currency code of ISO 4217 in capital letters, such as EUR."));
  }

  /** The currency of a code, if it is known. */
  public static Optional<Currency> find(String code) {
    return Optional.ofNullable(KNOWN.get(code));
  }

  /** Reads a code from JSON. */
  public static final class Reader extends StdDeserializer<Currency> {
    private static final long serialVersionUID = 1L;

    /** For Jackson. */
    public Reader() {
      super(Currency.class);
    }

    @Override
    public Currency deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.currentToken() == JsonToken.VALUE_STRING
          ? of(in.getText())
          : (Currency) context.handleUnexpectedToken(Currency.class, in);
    }
  }
}
