package dev.homeport.analytics.value.store;

import dev.homeport.analytics.value.ModelActivated;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Models in the database. */
@ApplicationScoped
class ValueModelTable implements ValueModels {
  private final Database database;
  private final ModelDocuments documents;
  private final Event<ModelActivated> activations;

  ValueModelTable(Database database, ModelDocuments documents, Event<ModelActivated> activations) {
    this.database = database;
    this.documents = documents;
    this.activations = activations;
  }

  @Override
  public Optional<ValueModel> find(UUID id) {
    return models("where id = ?", to -> to.uuid(id)).stream().findFirst();
  }

  @Override
  public Optional<ValueModel> lock(UUID id) {
    alone();
    return find(id);
  }

  @Override
  public List<ValueModel> list(long below, int limit) {
    return models(
        "where number < ? order by number desc limit ?", to -> to.number(below).number(limit));
  }

  @Override
  public List<ValueModel> some(Collection<UUID> ids) {
    return models("where id = any(?::uuid[]) order by number desc", to -> to.texts(ids));
  }

  @Override
  public Optional<ValueModel> active(Optional<String> market) {
    return models(
            "where coalesce(market, '') = ? and activated_at is not null",
            to -> to.text(market.orElse("")))
        .stream()
        .findFirst();
  }

  @Override
  public long count() {
    return database.list("select count(*) from value_model", row -> row.getLong(1)).getFirst();
  }

  @Override
  public ValueModel add(ValueModel model) {
    alone();
    database.update(
        INSERT,
        to ->
            to.tenant()
                .uuid(model.id())
                .text(model.settings().market().orElse(null))
                .text(documents.write(ModelDocument.of(model)))
                .uuid(model.refitOf().orElse(null))
                .instant(model.fittedAt()));
    return find(model.id()).orElseThrow();
  }

  @Override
  public ValueModel activate(ValueModel model, Instant now) {
    alone();
    database.update(
        """
        update value_model set activated_at = null, refit_at = null, version = version + 1
        where coalesce(market, '') = ? and activated_at is not null and id <> ?""",
        to -> to.text(model.settings().market().orElse("")).uuid(model.id()));
    database.update(
        """
        update value_model set activated_at = ?, refit_at = ?, version = version + 1
        where id = ? and activated_at is null""",
        to -> to.instant(now).instant(refitAt(model, now)).uuid(model.id()));
    ValueModel activated = find(model.id()).orElseThrow();
    activations.fire(new ModelActivated(activated));
    return activated;
  }

  /** From the fit on, not from the activation. */
  private static @Nullable Instant refitAt(ValueModel model, Instant now) {
    if (model.settings().refitDays() == 0) {
      return null;
    }
    Instant due = model.fittedAt().plus(Duration.ofDays(model.settings().refitDays()));
    return due.isBefore(now) ? now : due;
  }

  @Override
  public Optional<Instant> nextRefit(Instant horizon) {
    return database
        .list(
            "select min(refit_at) from value_model where refit_at <= ?",
            to -> to.instant(horizon),
            row -> instant(row, "min"))
        .getFirst();
  }

  @Override
  public List<ValueModel> refits(Instant horizon) {
    return models("where refit_at <= ? order by refit_at", to -> to.instant(horizon));
  }

  @Override
  public void refitAt(UUID id, Instant at) {
    database.update(
        "update value_model set refit_at = ? where id = ? and refit_at is not null",
        to -> to.instant(at).uuid(id));
  }

  @Override
  public void remove(UUID id) {
    database.update("delete from value_model where id = ?", to -> to.uuid(id));
  }

  @Override
  public void removeOldRefits(int kept) {
    database.update(
        """
        delete from value_model where id in (
          select id from value_model where refit_of is not null and activated_at is null
          order by number desc offset ?)""",
        to -> to.number(kept));
  }

  /** Whoever changes models waits for whoever else does; until the transaction ends. */
  private void alone() {
    database.each(
        "select pg_advisory_xact_lock(hashtextextended('value models ' || ?::uuid, 0))",
        Parameters::tenant,
        _ -> {});
  }

  private List<ValueModel> models(String which, Database.Binding binding) {
    List<Row> rows = database.list(SELECT + which, binding, Row::read);
    return rows.stream()
        .map(row -> row.model(documents.get(row.id(), () -> text(row.id()))))
        .toList();
  }

  private String text(UUID id) {
    return database
        .find(
            "select document::text from value_model where id = ?",
            to -> to.uuid(id),
            row -> row.getString(1))
        .orElseThrow();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private record Row(
      UUID id,
      long number,
      Optional<UUID> refitOf,
      Instant fittedAt,
      Optional<Instant> activatedAt,
      Optional<Instant> refitAt,
      long version) {

    private static Row read(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("id", UUID.class),
          row.getLong("number"),
          Optional.ofNullable(row.getObject("refit_of", UUID.class)),
          instant(row, "fitted_at").orElseThrow(),
          instant(row, "activated_at"),
          instant(row, "refit_at"),
          row.getLong("version"));
    }

    private ValueModel model(ModelDocument document) {
      return new ValueModel(
          id,
          number,
          document.settings(),
          document.from(),
          document.asOf(),
          document.fitted(),
          document.backtest(),
          refitOf,
          document.seconds(),
          fittedAt,
          activatedAt,
          refitAt,
          version);
    }
  }

  private static final String SELECT =
      """
      select id, number, refit_of, fitted_at, activated_at, refit_at, version from value_model
      """;

  private static final String INSERT =
      """
      insert into value_model (tenant_id, id, number, market, document, refit_of, fitted_at)
      select t.tenant, t.id, (select coalesce(max(number), 0) + 1 from value_model),
        t.market, t.document, t.refit_of, t.fitted_at
      from (select ?::uuid as tenant, ?::uuid as id, ?::text as market, ?::jsonb as document,
        ?::uuid as refit_of, ?::timestamptz as fitted_at) t
      on conflict (tenant_id, id) do nothing""";
}
