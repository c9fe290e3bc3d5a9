package dev.homeport.customer.attribute;

import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The attributes that the present tenant has declared. */
@ApplicationScoped
public class Attributes {
  private static final String SELECT =
      "select name, type, choices from customer_attribute where tenant_id = ?";

  private final Database database;
  private final Clock clock;

  Attributes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All of them by name. */
  public Map<String, Attribute> declared() {
    return database.list(SELECT, to -> to.tenant(), Attributes::read).stream()
        .collect(Collectors.toMap(Attribute::name, Function.identity()));
  }

  /** Declares one; false when its name is taken. */
  boolean add(Attribute attribute) {
    return database.update(
            """
            insert into customer_attribute (tenant_id, name, type, choices, created_at)
            values (?, ?, ?, ?::text[], ?) on conflict do nothing""",
            to ->
                to.tenant()
                    .text(attribute.name())
                    .text(attribute.type().name().toLowerCase(Locale.ROOT))
                    .texts(attribute.choices())
                    .instant(clock.instant()))
        == 1;
  }

  Optional<Attribute> find(String name) {
    return database.find(SELECT + " and name = ?", to -> to.tenant().text(name), Attributes::read);
  }

  List<Attribute> list(String after, int limit) {
    return database.list(
        SELECT + " and name > ? order by name limit ?",
        to -> to.tenant().text(after).number(limit),
        Attributes::read);
  }

  private static Attribute read(ResultSet row) throws SQLException {
    return new Attribute(
        row.getString(1),
        Attribute.Type.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
        Arrays.asList((String[]) row.getArray(3).getArray()));
  }
}
