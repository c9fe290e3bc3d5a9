package dev.homeport.customer.profile.rest;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.attribute.Attribute;
import dev.homeport.customer.profile.rest.CustomerColumn.Cell;
import dev.homeport.customer.profile.rest.CustomerColumn.Part;
import dev.homeport.platform.job.document.CsvForm;
import dev.homeport.platform.job.document.CsvRows;
import dev.homeport.platform.job.document.SingleRow;
import dev.homeport.platform.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Customers as CSV: a row is a customer. */
record CustomerColumns(Map<String, CustomerColumn> columns) implements CsvForm {
  private static final String ATTRIBUTE = "attributes.";

  private static final Map<String, CustomerColumn> FIXED =
      Map.ofEntries(
          column("channel", Part.CUSTOMER, "channel", Cell.TEXT),
          column("externalId", Part.CUSTOMER, "externalId", Cell.TEXT),
          column("fullName", Part.NAME, "full", Cell.TEXT),
          column("givenName", Part.NAME, "given", Cell.TEXT),
          column("familyName", Part.NAME, "family", Cell.TEXT),
          column("email", Part.EMAIL, "address", Cell.TEXT),
          column("emailVerified", Part.EMAIL, "verified", Cell.FLAG),
          column("phone", Part.PHONE, "number", Cell.TEXT),
          column("phoneVerified", Part.PHONE, "verified", Cell.FLAG),
          column("addressName", Part.ADDRESS, "name", Cell.TEXT),
          column("addressLine1", Part.ADDRESS, "line1", Cell.TEXT),
          column("addressLine2", Part.ADDRESS, "line2", Cell.TEXT),
          column("addressCity", Part.ADDRESS, "city", Cell.TEXT),
          column("addressRegion", Part.ADDRESS, "region", Cell.TEXT),
          column("addressPostcode", Part.ADDRESS, "postcode", Cell.TEXT),
          column("addressCountry", Part.ADDRESS, "country", Cell.TEXT),
          column("addressVerified", Part.ADDRESS, "verified", Cell.FLAG),
          column("country", Part.CUSTOMER, "country", Cell.TEXT),
          column("language", Part.CUSTOMER, "language", Cell.TEXT),
          column("timeZone", Part.CUSTOMER, "timeZone", Cell.TEXT),
          column("birthMonth", Part.BIRTHDAY, "month", Cell.WHOLE),
          column("birthDay", Part.BIRTHDAY, "day", Cell.WHOLE),
          column("birthYear", Part.BIRTHDAY, "year", Cell.WHOLE),
          column("tags", Part.CUSTOMER, "tags", Cell.LIST));

  private static Map.Entry<String, CustomerColumn> column(
      String name, Part part, String field, Cell cell) {
    return Map.entry(name, new CustomerColumn(part, field, cell));
  }

  /** The columns that every merchant has, and one for each declared attribute. */
  static CustomerColumns of(Map<String, Attribute> declared) {
    var columns = new HashMap<>(FIXED);
    declared.forEach(
        (name, attribute) -> columns.put(ATTRIBUTE + name, CustomerColumn.of(attribute)));
    return new CustomerColumns(Map.copyOf(columns));
  }

  @Override
  public List<String> header(List<String> cells) {
    return names(cells, columns::containsKey);
  }

  @Override
  public CsvRows begin(List<String> header) {
    return new SingleRow(
        this, header.stream().map(name -> Objects.requireNonNull(columns.get(name))).toList());
  }

  @Override
  public Problem unreadable(String detail) {
    return Problem.of(CustomerProblem.CSV_UNREADABLE, detail);
  }
}
