package dev.homeport.customer.profile;

import dev.homeport.customer.person.Join;
import dev.homeport.customer.person.Takeover;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads the merges that are not reversed. */
@ApplicationScoped
class JoinTable {
  private static final String BY_ABSORBED =
      """
      select id, number, absorbed, survivor, merged_at, choices from customer_merge
      where absorbed = any(?::uuid[]) and reversed_at is null order by number""";

  private final Database database;

  JoinTable(Database database) {
    this.database = database;
  }

  /** Those of these customers, in the order in which they were made. */
  List<Join> of(Collection<UUID> absorbed) {
    return database.list(BY_ABSORBED, to -> to.texts(absorbed), JoinTable::read);
  }

  private static Join read(ResultSet row) throws SQLException {
    return new Join(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("absorbed", UUID.class),
        row.getObject("survivor", UUID.class),
        new Takeover(
            row.getObject("merged_at", OffsetDateTime.class).toInstant(),
            ChoicesColumn.read(row.getString("choices"))));
  }
}
