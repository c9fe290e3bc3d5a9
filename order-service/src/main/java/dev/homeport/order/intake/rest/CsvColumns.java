package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.core.JsonPointer;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of documents as CSV. A column that is about a line has the line's field; every other
 * has a place in the document.
 *
 * @param document the place of a column in the document
 * @param line the columns that are fields of a line
 * @param numbers the columns that hold whole numbers
 */
record CsvColumns(Map<String, JsonPointer> document, Set<String> line, Set<String> numbers)
    implements CsvForm {
  private static final List<String> KEY = List.of("channel", "externalId");

  static final CsvColumns ORDERS =
      new CsvColumns(
          places(
              Stream.of(
                  "channel",
                  "externalId",
                  "placedAt",
                  "revisedAt",
                  "sourceVersion",
                  "currency",
                  "status",
                  "total"),
              Stream.of(
                  "source",
                  "medium",
                  "campaign",
                  "partnerId",
                  "coupon",
                  "referralCode",
                  "costClass")),
          Set.of(
              "lineNo",
              "sku",
              "name",
              "category",
              "quantity",
              "unitPrice",
              "discount",
              "tax",
              "kind"),
          Set.of("lineNo", "sourceVersion"));

  static final CsvColumns RETURNS =
      new CsvColumns(
          places(
              Stream.of(
                  "channel",
                  "externalId",
                  "returnedAt",
                  "currency",
                  "amount",
                  "reason",
                  "orderExternalId"),
              Stream.of()),
          Set.of("lineNo", "sku", "name", "quantity", "unitPrice", "kind"),
          Set.of("lineNo"));

  private static Map<String, JsonPointer> places(
      Stream<String> fields, Stream<String> attribution) {
    Stream<String[]> plain = fields.map(field -> new String[] {field, "/" + field});
    Stream<String[]> attributed =
        attribution.map(field -> new String[] {field, "/attribution/" + field});
    Stream<String[]> buyer =
        Stream.of("ExternalId", "Email", "Phone", "Name", "Country")
            .map(field -> new String[] {"buyer" + field, "/buyer/" + lower(field)});
    Stream<String[]> address =
        Stream.of("Name", "Line1", "Line2", "City", "Region", "Postcode", "Country")
            .map(field -> new String[] {"address" + field, "/buyer/address/" + lower(field)});
    return Stream.of(plain, attributed, buyer, address)
        .flatMap(stream -> stream)
        .collect(Collectors.toMap(pair -> pair[0], pair -> JsonPointer.compile(pair[1])));
  }

  private static String lower(String field) {
    return Character.toLowerCase(field.charAt(0)) + field.substring(1);
  }

  @Override
  public List<String> header(List<String> cells) {
    List<String> names = names(cells, name -> document.containsKey(name) || line.contains(name));
    if (!names.containsAll(KEY)) {
      throw unreadable("The header must name channel and externalId.");
    }
    return names;
  }

  @Override
  public CsvRows begin(List<String> header) {
    return new OrderRows(this, header);
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(OrderProblem.CSV_UNREADABLE, detail);
  }

  /** Whether a column makes rows belong to one document. */
  static boolean isKey(String column) {
    return KEY.contains(column);
  }
}
