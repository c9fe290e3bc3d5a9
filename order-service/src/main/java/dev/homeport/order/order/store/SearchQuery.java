package dev.homeport.order.order.store;

import dev.homeport.order.order.OrderSearch;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Orders.Position;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of a search: only the conditions that are asked for, so that the right index serves. */
final class SearchQuery {
  /** Those assigned, and the home identity unless it is assigned to another customer. */
  private static final String OF_CUSTOMER =
      """
      identity_id = any(array(
        select identity_id from identity_mapping where tenant_id = ? and customer_id = ?
        union all
        select ?::uuid where not exists (
          select from identity_mapping where tenant_id = ? and identity_id = ?)))""";

  private final List<String> conditions = new ArrayList<>();
  private final List<Database.Binding> bindings = new ArrayList<>();
  private final String tail;

  private SearchQuery(String tail) {
    this.tail = tail;
  }

  static SearchQuery of(OrderSearch search, @Nullable Position after, int limit) {
    String direction = search.newestFirst() ? "desc" : "asc";
    var query =
        new SearchQuery(" order by placed_at %1$s, id %1$s limit %2$d".formatted(direction, limit));
    query.add("tenant_id = ?", Parameters::tenant);
    query.text("channel = ?", search.channel());
    query.text("external_id = ?", search.externalId());
    OrderStatus status = search.status();
    if (status != null) {
      // Said in the statement, so that the index of the rare states serves.
      query.conditions.add("status = '" + status.code() + "'");
    }
    UUID identity = search.identityId();
    if (identity != null) {
      query.add("identity_id = ?", to -> to.uuid(identity));
    }
    UUID customer = search.customerId();
    if (customer != null) {
      query.add(
          OF_CUSTOMER, to -> to.tenant().uuid(customer).uuid(customer).tenant().uuid(customer));
    }
    if (search.pending()) {
      query.conditions.add("rate_day is null");
    }
    query.instant("placed_at >= ?", search.from());
    query.instant("placed_at < ?", search.to());
    if (after != null) {
      query.add(
          "(placed_at, id) %s (?, ?)".formatted(search.newestFirst() ? "<" : ">"),
          to -> to.instant(after.placedAt()).uuid(after.id()));
    }
    return query;
  }

  String sql() {
    return " where " + String.join(" and ", conditions) + tail;
  }

  void bind(Parameters parameters) throws SQLException {
    for (Database.Binding binding : bindings) {
      binding.bind(parameters);
    }
  }

  private void text(String condition, @Nullable String value) {
    if (value != null) {
      add(condition, to -> to.text(value));
    }
  }

  private void instant(String condition, @Nullable Instant value) {
    if (value != null) {
      add(condition, to -> to.instant(value));
    }
  }

  private void add(String condition, Database.Binding binding) {
    conditions.add(condition);
    bindings.add(binding);
  }
}
