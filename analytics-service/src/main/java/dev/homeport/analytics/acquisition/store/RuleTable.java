package dev.homeport.analytics.acquisition.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.RuleBook;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The rules, as JSON. */
@ApplicationScoped
class RuleTable implements RuleBook {
  private static final Edition DEFAULT = new Edition(AttributionRules.DEFAULT, 0, Optional.empty());

  private final Database database;
  private final ObjectMapper json;

  RuleTable(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  @Override
  public Edition current() {
    return database
        .find("select rules, version, changed_at from attribution_rules", _ -> {}, this::edition)
        .orElse(DEFAULT);
  }

  @Override
  public Edition lock() {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('attribution rules ' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> {});
    return current();
  }

  @Override
  public Edition write(AttributionRules rules) {
    database.update(WRITE, to -> to.tenant().text(text(rules)));
    return current();
  }

  private Edition edition(ResultSet row) throws SQLException {
    try {
      return new Edition(
          json.readValue(row.getString("rules"), AttributionRules.class),
          row.getLong("version"),
          Optional.of(row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored rules cannot be read", e);
    }
  }

  private String text(AttributionRules rules) {
    try {
      return json.writeValueAsString(rules);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Rules cannot be written", e);
    }
  }

  private static final String WRITE =
      """
      insert into attribution_rules (tenant_id, version, rules) values (?, 1, ?::jsonb)
      on conflict (tenant_id) do update set
        version = attribution_rules.version + 1, rules = excluded.rules,
        changed_at = clock_timestamp()""";
}
