package dev.homeport.platform.http;

import dev.homeport.platform.country.Country;
import dev.homeport.platform.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of every kind of field. */
record Sample(
    @NotBlank @Size(max = 20) String name,
    @Nullable Kind kind,
    @Nullable @Valid Money price,
    @Nullable Instant at,
    @Nullable LocalDate day,
    @Nullable @Country String country,
    @Nullable Integer rank,
    @Nullable Boolean open,
    @Size(max = 3) @Nullable List<@NotNull @Valid Line> lines,
    @Nullable Map<@Size(max = 3) String, String> attributes) {

  /** What a sample can be. */
  enum Kind {
    PLAIN,
    RETURN_REVERSED
  }

  /** A part of a sample. */
  record Line(int lineNo, @NotNull @Positive BigDecimal quantity) {
    Line {
      if (lineNo > 1_000) {
        throw new IllegalArgumentException("secret text of an exception");
      }
    }
  }
}
