package dev.homeport.platform.job.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.homeport.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Documents as CSV (RFC 4180): a header, then rows; those of one document follow on each other. */
public final class CsvItems<D> implements Items<D> {
  private static final CsvMapper CSV =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build();

  private final CsvForm form;
  private final Function<CsvRows, D> read;
  private final long after;
  private final MappingIterator<String[]> rows;
  private @Nullable List<String> header;
  private @Nullable Row ahead;
  private long next = 1;
  private boolean ended;

  /** The cells of a row by the line on which it begins. */
  record Row(long line, List<String> cells) {}

  /**
   * @param after the line after which to begin; the header is read in any case
   * @param read makes a document of its rows, or throws the problem
   */
  public CsvItems(InputStream body, CsvForm form, long after, Function<CsvRows, D> read) {
    this.form = form;
    this.after = after;
    this.read = read;
    try {
      this.rows =
          CSV.readerFor(String[].class)
              .readValues(new InputStreamReader(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Item<D>> next() {
    if (ended) {
      return Optional.empty();
    }
    try {
      return following();
    } catch (Problem problem) {
      ended = true;
      return Optional.of(new Item.Bad<>(next, next, problem));
    }
  }

  private Optional<Item<D>> following() {
    if (header == null) {
      header = form.header(row().map(Row::cells).orElse(List.of()));
      ahead = row().orElse(null);
      while (ahead != null && ahead.line() <= after) {
        ahead = row().orElse(null);
      }
    }
    Row first = ahead;
    if (first == null) {
      return Optional.empty();
    }
    var document = form.begin(header);
    long from = first.line();
    long to = from;
    for (Row row = first; row != null && document.takes(row.cells()); ) {
      to = row.line();
      row = row().orElse(null);
      ahead = row;
    }
    return Optional.of(item(from, to, document));
  }

  private Item<D> item(long from, long to, CsvRows document) {
    try {
      return new Item.Sound<>(from, to, read.apply(document));
    } catch (Problem problem) {
      return new Item.Bad<>(from, to, problem);
    }
  }

  private Optional<Row> row() {
    try {
      if (!rows.hasNextValue()) {
        return Optional.empty();
      }
      String[] cells = rows.nextValue();
      long line = next;
      next = Math.max(line + 1, rows.getCurrentLocation().getLineNr());
      return Optional.of(new Row(line, List.of(cells)));
    } catch (JsonProcessingException | RuntimeJsonMappingException _) {
      throw form.unreadable("A quotation does not end, or a cell is broken.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many documents there are. */
  public static long count(InputStream body, CsvForm form) {
    long count = 0;
    try (var items = new CsvItems<>(body, form, 0, document -> document)) {
      while (items.next().isPresent()) {
        count++;
      }
    }
    return count;
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
