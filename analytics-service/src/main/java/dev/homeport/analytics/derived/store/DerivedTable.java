package dev.homeport.analytics.derived.store;

import dev.homeport.analytics.derived.Derivations;
import dev.homeport.analytics.derived.Derived;
import dev.homeport.platform.database.Database;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What was derived of which facts, and when. */
@ApplicationScoped
class DerivedTable implements Derivations {
  private final Database database;
  private final FactStateTable state;
  private final List<Derived> all;
  private final DerivedConfig config;

  DerivedTable(
      Database database, FactStateTable state, @All List<Derived> all, DerivedConfig config) {
    this.database = database;
    this.state = state;
    this.all = List.copyOf(all);
    this.config = config;
  }

  @Override
  public void deriveAll() {
    QuarkusTransaction.requiringNew().run(state::advance);
    all.forEach(this::derive);
  }

  List<String> names() {
    return all.stream().map(Derived::name).toList();
  }

  void derive(String name) {
    all.stream().filter(one -> one.name().equals(name)).forEach(this::derive);
  }

  private void derive(Derived one) {
    QuarkusTransaction.requiringNew()
        .timeout((int) config.limit().toSeconds())
        .run(
            () -> {
              lock(one.name());
              long begun = System.nanoTime();
              long version = state.version();
              one.derive();
              long millis = (System.nanoTime() - begun) / 1_000_000;
              database.update(
                  NOTE, to -> to.tenant().text(one.name()).number(version).number(millis));
            });
  }

  /** Waits for whoever else is at it; until the transaction ends. */
  private void lock(String name) {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('derived ' || ? || ?::uuid, 0))",
        to -> to.text(name).tenant(),
        _ -> {});
  }

  private static final String NOTE =
      """
      insert into derived_table (tenant_id, name, version, millis) values (?, ?, ?, ?)
      on conflict (tenant_id, name) do update set
        version = excluded.version, millis = excluded.millis, derived_at = clock_timestamp()""";
}
