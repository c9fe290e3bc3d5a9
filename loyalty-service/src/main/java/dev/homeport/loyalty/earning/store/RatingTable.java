package dev.homeport.loyalty.earning.store;

import dev.homeport.loyalty.earning.Ratings;
import dev.homeport.loyalty.earning.StoredRating;
import dev.homeport.loyalty.programme.Programme;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Reads the ratings that are stored with the awards. */
@ApplicationScoped
class RatingTable implements Ratings {
  private static final String OF_ORDER =
      """
      select * from award
      where tenant_id = ? and cause_id = ? and cause_kind = 'order' and programme = ?""";

  private final Database database;
  private final Programme programme;

  RatingTable(Database database, Programme programme) {
    this.database = database;
    this.programme = programme;
  }

  @Override
  public Optional<StoredRating> find(UUID orderId) {
    return database.find(
        OF_ORDER, to -> to.tenant().uuid(orderId).text(programme.key()), RatingTable::read);
  }

  private static StoredRating read(ResultSet row) throws SQLException {
    return new StoredRating(
        row.getObject("cause_id", UUID.class),
        row.getObject("identity_id", UUID.class),
        row.getLong("cause_revision"),
        row.getString("programme"),
        row.getInt("programme_version"),
        row.getString("rule"),
        RatingText.read(row.getString("rating")));
  }
}
