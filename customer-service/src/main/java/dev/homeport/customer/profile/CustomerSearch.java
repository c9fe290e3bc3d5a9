package dev.homeport.customer.profile;

import dev.homeport.customer.contact.SearchText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds active customers: the newest first; by the beginning of a name in the order of names, which
 * an index gives however many there are; by a likeness the most alike first.
 */
@ApplicationScoped
public class CustomerSearch {
  private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

  /** A customer whose name has the beginning twice stands where it has it first. */
  private static final String BY_NAME =
      """
      select c.id, s.value from search_value s join customer c on c.id = s.customer_id
      where s.kind = 'name' and s.value >= ? and s.value < ? and c.status = 'active'
        and not exists (
          select from search_value e where e.customer_id = s.customer_id and e.kind = 'name'
            and e.value >= ? and e.value < s.value)""";

  private final AgroalDataSource database;
  private final SimilarNames similarNames;

  CustomerSearch(AgroalDataSource database, SimilarNames similarNames) {
    this.database = database;
    this.similarNames = similarNames;
  }

  /**
   * What is looked for; all that is given must hold.
   *
   * @param email in its canonical form
   * @param phone in E.164
   * @param name the beginning of any word of the name
   * @param similarTo a name, perhaps misspelt
   * @param identity one of the customer's identities
   */
  public record Query(
      @Nullable String email,
      @Nullable String phone,
      @Nullable String name,
      @Nullable String similarTo,
      @Nullable String country,
      @Nullable String tag,
      @Nullable UUID identity) {}

  /**
   * A customer that was found.
   *
   * @param place where it stands in the list
   */
  public record Found(UUID id, List<?> place) {}

  /**
   * The customers that match. By a likeness there are at most {@code limit - 1}, and none after
   * them.
   *
   * @param after the place of the last one of the page before; empty for the first page
   */
  public List<Found> find(Query query, List<String> after, int limit) {
    if (query.similarTo() != null) {
      return alike(query, query.similarTo(), limit - 1);
    }
    return query.name() == null
        ? newest(query, after, limit)
        : byName(query, SearchText.of(query.name()), after, limit);
  }

  private List<Found> newest(Query query, List<String> after, int limit) {
    var sql = new SearchSql("select c.id, c.created_at from customer c where c.status = 'active'");
    filter(sql, query);
    if (!after.isEmpty()) {
      sql.and(
          "(c.created_at, c.id) < (?, ?)",
          Instant.parse(after.get(0)).atOffset(ZoneOffset.UTC),
          UUID.fromString(after.get(1)));
    }
    sql.add(" order by c.created_at desc, c.id desc limit ?", limit);
    return read(sql, row -> row.getObject(2, OffsetDateTime.class).toInstant());
  }

  private List<Found> byName(Query query, String prefix, List<String> after, int limit) {
    var sql = new SearchSql(BY_NAME, prefix, prefix + LAST_CHARACTER, prefix);
    filter(sql, query);
    if (!after.isEmpty()) {
      sql.and("(s.value, s.customer_id) > (?, ?)", after.get(0), UUID.fromString(after.get(1)));
    }
    sql.add(" order by s.value, s.customer_id limit ?", limit);
    return read(sql, row -> row.getString(2));
  }

  private List<Found> alike(Query query, String name, int limit) {
    UUID[] ids = similarNames.to(SearchText.of(name)).toArray(UUID[]::new);
    var sql =
        new SearchSql(
            "select c.id, null from customer c where c.status = 'active' and c.id = any(?)",
            (Object) ids);
    filter(sql, query);
    if (query.name() != null) {
      String prefix = SearchText.of(query.name());
      sql.and(
          "c.id in (select customer_id from search_value"
              + " where kind = 'name' and value >= ? and value < ?)",
          prefix,
          prefix + LAST_CHARACTER);
    }
    sql.add(" order by array_position(?, c.id) limit ?", ids, limit);
    return read(sql, _ -> "");
  }

  private static void filter(SearchSql sql, Query query) {
    equal(sql, SearchValue.EMAIL, query.email());
    equal(sql, SearchValue.PHONE, query.phone());
    equal(sql, SearchValue.TAG, query.tag());
    if (query.country() != null) {
      sql.and("c.country = ?", query.country());
    }
    if (query.identity() != null) {
      sql.and("c.id = (select i.customer_id from identity i where i.id = ?)", query.identity());
    }
  }

  private static void equal(SearchSql sql, String kind, @Nullable String value) {
    if (value != null) {
      sql.and(
          "c.id in (select customer_id from search_value where kind = ? and value = ?)",
          kind,
          value);
    }
  }

  /** Reads a part of the place from a row. */
  @FunctionalInterface
  private interface Order {
    Object of(ResultSet row) throws SQLException;
  }

  private List<Found> read(SearchSql sql, Order order) {
    try (var connection = database.getConnection();
        var statement = sql.prepare(connection)) {
      var found = new ArrayList<Found>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          UUID id = rows.getObject(1, UUID.class);
          found.add(new Found(id, List.of(order.of(rows), id)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Customers could not be searched", e);
    }
  }
}
