package dev.homeport.customer.profile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A query that grows by what is looked for, and its parameters. */
final class SearchSql {
  private final StringBuilder text;
  private final List<Object> parameters;

  SearchSql(String text, Object... parameters) {
    this.text = new StringBuilder(text);
    this.parameters = new ArrayList<>(List.of(parameters));
  }

  /** One more thing that must hold. */
  void and(String condition, Object... more) {
    add(" and " + condition, more);
  }

  void add(String clause, Object... more) {
    text.append(clause);
    parameters.addAll(List.of(more));
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < parameters.size(); i++) {
      Object parameter = parameters.get(i);
      statement.setObject(
          i + 1,
          parameter instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : parameter);
    }
    return statement;
  }
}
