package dev.homeport.order.currency.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.homeport.order.currency.EcbCsv;
import dev.homeport.order.currency.RateDay;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.platform.job.input.InputLine;
import dev.homeport.platform.job.input.InputLines;
import dev.homeport.platform.problem.JsonProblems;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.problem.ViolationProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads uploaded rates line by line, and hands them on in groups. All or nothing. */
@ApplicationScoped
class RateFile {
  private static final int GROUP = 250;

  private final ObjectReader lines;
  private final Validator validator;

  RateFile(ObjectMapper json, Validator validator) {
    this.lines = json.readerFor(RateLine.class);
    this.validator = validator;
  }

  /** Reads the file of the European Central Bank. */
  void csv(InputStream body, Consumer<List<RateDay>> take) {
    try (var in = new InputLines(body)) {
      InputLine.Text first =
          text(in.next().orElseThrow(() -> unreadable(1, "the header is missing")));
      EcbCsv csv = parse(first.number(), () -> EcbCsv.header(first.text()));
      each(in, line -> parse(line.number(), () -> csv.day(line.text())), take);
    }
  }

  /** Reads one rate a line. */
  void ndjson(InputStream body, Consumer<List<RateDay>> take) {
    try (var in = new InputLines(body)) {
      each(in, this::rate, take);
    }
  }

  private static void each(InputLines in, LineReader reader, Consumer<List<RateDay>> take) {
    List<RateDay> group = new ArrayList<>(GROUP);
    for (Optional<InputLine> line = in.next(); line.isPresent(); line = in.next()) {
      group.add(reader.read(text(line.get())));
      if (group.size() == GROUP) {
        take.accept(group);
        group = new ArrayList<>(GROUP);
      }
    }
    if (!group.isEmpty()) {
      take.accept(group);
    }
  }

  @FunctionalInterface
  private interface LineReader {
    RateDay read(InputLine.Text line);
  }

  @FunctionalInterface
  private interface Parser<T> {
    T parse() throws EcbCsv.UnreadableException;
  }

  private static <T> T parse(long line, Parser<T> parser) {
    try {
      return parser.parse();
    } catch (EcbCsv.UnreadableException e) {
      throw unreadable(line, String.valueOf(e.getMessage()));
    }
  }

  private RateDay rate(InputLine.Text line) {
    try {
      RateLine rate = lines.readValue(line.text());
      if (rate == null) {
        throw unreadable(line.number(), "it is null");
      }
      var violations = validator.validate(rate);
      if (!violations.isEmpty()) {
        throw ViolationProblems.of(new ConstraintViolationException(violations));
      }
      return new RateDay(rate.date(), Map.of(rate.currency().getCurrencyCode(), rate.perEuro()));
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e).under("/" + line.number());
    } catch (Problem problem) {
      throw problem.under("/" + line.number());
    }
  }

  private static InputLine.Text text(InputLine line) {
    return switch (line) {
      case InputLine.Text text -> text;
      case InputLine.Unreadable bad -> throw unreadable(bad.number(), bad.problem().detail());
    };
  }

  private static Problem unreadable(long line, String why) {
    return Problem.of(OrderProblem.RATES_UNREADABLE, "Line " + line + ": " + why + ".");
  }
}
