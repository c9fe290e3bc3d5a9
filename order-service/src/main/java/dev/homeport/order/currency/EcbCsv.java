package dev.homeport.order.currency;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the European Central Bank's own file of reference rates ({@code eurofxref-hist.csv}): a
 * header {@code Date,USD,JPY,...}, one line a day, {@code N/A} where a currency was not published,
 * and a comma at the end of each line.
 */
public final class EcbCsv {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
  private static final Pattern RATE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");

  private final List<String> codes;

  private EcbCsv(List<String> codes) {
    this.codes = codes;
  }

  /** A line that is not what the file should hold; the message is for the caller. */
  public static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /** Begins with the header. */
  public static EcbCsv header(String line) throws UnreadableException {
    List<String> cells = cells(line.startsWith("\uFEFF") ? line.substring(1) : line);
    if (cells.size() < 2 || !cells.getFirst().equals("Date")) {
      throw new UnreadableException("the first line must be the header: Date,USD,JPY,...");
    }
    List<String> codes = cells.subList(1, cells.size());
    for (String code : codes) {
      if (!CODE.matcher(code).matches()) {
        throw new UnreadableException("the header names something that is no currency code");
      }
    }
    return new EcbCsv(List.copyOf(codes));
  }

  /** Reads one day. */
  public RateDay day(String line) throws UnreadableException {
    List<String> cells = cells(line);
    if (cells.size() != codes.size() + 1) {
      throw new UnreadableException("the line has another number of values than the header");
    }
    Map<String, BigDecimal> perEuro = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      String cell = cells.get(i + 1);
      if (!cell.equals("N/A") && !cell.isEmpty()) {
        perEuro.put(codes.get(i), rate(cell));
      }
    }
    return new RateDay(date(cells.getFirst()), perEuro);
  }

  private static LocalDate date(String cell) throws UnreadableException {
    try {
      return LocalDate.parse(cell);
    } catch (DateTimeException _) {
      throw new UnreadableException("the first value must be a day such as 2026-11-20");
    }
  }

  private static BigDecimal rate(String cell) throws UnreadableException {
    if (!RATE.matcher(cell).matches() || new BigDecimal(cell).signum() == 0) {
      throw new UnreadableException("a rate must be a number above zero, or N/A");
    }
    return new BigDecimal(cell);
  }

  private static List<String> cells(String line) {
    String text = line.strip();
    String body = text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    return List.of(body.split(",", -1)).stream().map(String::strip).toList();
  }
}
