package dev.homeport.customer.profile;

import dev.homeport.customer.contact.SearchText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds active customers, the newest first. */
@ApplicationScoped
public class CustomerSearch {
  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  private final AgroalDataSource database;

  CustomerSearch(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What is looked for; all that is given must hold.
   *
   * @param email in its canonical form
   * @param phone in E.164
   * @param name the beginning of any word of the name
   * @param identity one of the customer's identities
   */
  public record Query(
      @Nullable String email,
      @Nullable String phone,
      @Nullable String name,
      @Nullable String country,
      @Nullable String tag,
      @Nullable UUID identity) {}

  /** Where a customer stands in the list. */
  public record Place(Instant createdAt, UUID id) {}

  /**
   * The places of the customers that match.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<Place> find(Query query, @Nullable Place after, int limit) {
    var sql =
        new StringBuilder("select c.created_at, c.id from customer c where c.status = 'active'");
    var values = new ArrayList<Object>();
    equal(sql, values, SearchValue.EMAIL, query.email());
    equal(sql, values, SearchValue.PHONE, query.phone());
    equal(sql, values, SearchValue.TAG, query.tag());
    begins(sql, values, query.name());
    if (query.country() != null) {
      sql.append(" and c.country = ?");
      values.add(query.country());
    }
    if (query.identity() != null) {
      sql.append(" and c.id = (select i.customer_id from identity i where i.id = ?)");
      values.add(query.identity());
    }
    if (after != null) {
      sql.append(" and (c.created_at, c.id) < (?, ?)");
      values.add(after.createdAt().atOffset(ZoneOffset.UTC));
      values.add(after.id());
    }
    sql.append(" order by c.created_at desc, c.id desc limit ?");
    values.add(limit);
    return read(sql.toString(), values);
  }

  private static void equal(
      StringBuilder sql, List<Object> values, String kind, @Nullable String value) {
    if (value != null) {
      sql.append(
          " and c.id in (select customer_id from search_value where kind = ? and value = ?)");
      values.add(kind);
      values.add(value);
    }
  }

  private static void begins(StringBuilder sql, List<Object> values, @Nullable String name) {
    if (name != null) {
      String prefix = SearchText.of(name);
      sql.append(
          " and c.id in (select customer_id from search_value"
              + " where kind = ? and value >= ? and value < ?)");
      values.addAll(List.of(SearchValue.NAME, prefix, prefix + LAST_CHARACTER));
    }
  }

  private List<Place> read(String sql, List<Object> values) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      var places = new ArrayList<Place>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var created = rows.getObject(1, OffsetDateTime.class).toInstant();
          places.add(new Place(created, rows.getObject(2, UUID.class)));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new IllegalStateException("Customers could not be searched", e);
    }
  }
}
