package dev.homeport.customer.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.candidate.MatchCandidate.State;
import dev.homeport.customer.matching.Evidence;
import dev.homeport.customer.matching.Match;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found. A pair of which one customer was merged waits until that is reversed. */
@ApplicationScoped
public class MatchCandidates {
  /** Says that somebody had the code from the parcel; such a candidate rests on no values. */
  public static final String CLAIM_CODE = "claim-code";

  private final Database database;
  private final Clock clock;

  MatchCandidates(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Two customers, the lower id first. */
  public record Pair(UUID one, UUID other) {

    /** Of two in any order. */
    public static Pair of(UUID a, UUID b) {
      return a.toString().compareTo(b.toString()) < 0 ? new Pair(a, b) : new Pair(b, a);
    }
  }

  public Optional<MatchCandidate> find(UUID id) {
    return database.find(SELECT + " where id = ?", to -> to.uuid(id), MatchCandidates::read);
  }

  /** The same, and nobody else decides until the transaction ends. */
  public Optional<MatchCandidate> lock(UUID id) {
    return database.find(
        SELECT + " where id = ? for update", to -> to.uuid(id), MatchCandidates::read);
  }

  /**
   * Those in a state of customers who have not been merged, the highest score first.
   *
   * @param customer null: of all
   */
  public List<MatchCandidate> list(
      State state, @Nullable UUID customer, @Nullable String score, @Nullable UUID id, int limit) {
    return database.list(
        LIST,
        to ->
            to.text(code(state))
                .uuid(customer)
                .uuid(customer)
                .uuid(customer)
                .text(state == State.OPEN ? "open" : null)
                .text(score)
                .text(score)
                .uuid(id)
                .number(limit),
        MatchCandidates::read);
  }

  /** Keeps what was found of these customers; what is open and was not found again goes. */
  void record(Collection<UUID> looked, Map<Pair, Match> found) {
    Collection<Pair> pairs = found.keySet();
    database.update(
        OUTDATED,
        to -> to.texts(looked).texts(looked).texts(pairs, Pair::one).texts(pairs, Pair::other));
    Collection<Map.Entry<Pair, Match>> matches = found.entrySet();
    database.update(
        UPSERT,
        to ->
            to.tenant()
                .instant(clock.instant())
                .texts(matches, _ -> Ids.next())
                .texts(matches, each -> each.getKey().one())
                .texts(matches, each -> each.getKey().other())
                .texts(matches, each -> each.getValue().certain())
                .decimals(matches, each -> BigDecimal.valueOf(each.getValue().score()))
                .texts(matches, each -> EventJson.write(each.getValue().evidence()))
                .texts(matches, each -> each.getValue().objection().map(Enum::name).orElse(null)));
  }

  /** Keeps that somebody had a customer's code; returns the candidate. */
  public MatchCandidate recordClaim(Pair pair) {
    var proven = List.of(new Evidence(Evidence.Subject.CLAIM_CODE, Evidence.Agreement.PROVEN, 0));
    UUID id =
        database
            .find(
                CLAIM,
                to ->
                    to.tenant()
                        .uuid(Ids.next())
                        .uuid(pair.one())
                        .uuid(pair.other())
                        .text(EventJson.write(proven))
                        .instant(clock.instant()),
                row -> row.getObject(1, UUID.class))
            .orElseThrow();
    return find(id).orElseThrow();
  }

  /** Which of these pairs somebody dismissed, or merged and took back, also under older ids. */
  public Set<Pair> refused(Collection<Pair> pairs) {
    return new HashSet<>(
        database.list(
            REFUSED,
            to -> to.texts(pairs, Pair::one).texts(pairs, Pair::other),
            row -> new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class))));
  }

  public void decide(UUID id, State state, @Nullable UUID merge) {
    Instant now = clock.instant();
    database.update(
        "update match_candidate set state = ?, decided_at = ?, merge_id = ? where id = ?",
        to -> to.text(code(state)).instant(now).uuid(merge).uuid(id));
  }

  private static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static MatchCandidate read(ResultSet row) throws SQLException {
    OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
    var evidence = new ArrayList<Evidence>();
    for (JsonNode each : EventJson.tree(row.getString("evidence"))) {
      evidence.add(
          new Evidence(
              Evidence.Subject.valueOf(each.path("field").asText()),
              Evidence.Agreement.valueOf(each.path("agreement").asText()),
              each.path("weight").asDouble()));
    }
    return new MatchCandidate(
        row.getObject("id", UUID.class),
        row.getObject("one", UUID.class),
        row.getObject("other", UUID.class),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getBoolean("certain"),
        row.getDouble("score"),
        evidence,
        row.getString("held_by"),
        row.getObject("found_at", OffsetDateTime.class).toInstant(),
        decided == null ? null : decided.toInstant(),
        row.getObject("merge_id", UUID.class));
  }

  private static final String SELECT = "select * from match_candidate";

  private static final String LIST =
      """
      select m.* from match_candidate m
      where m.state = ? and (?::uuid is null or m.one = ? or m.other = ?)
        and (?::text is null or not exists (
          select from customer c where c.id in (m.one, m.other) and c.status <> 'active'))
        and (?::text is null or (m.score, m.id) < (?::numeric, ?))
      order by m.score desc, m.id desc limit ?""";

  private static final String OUTDATED =
      """
      delete from match_candidate m
      where m.state = 'open' and m.held_by is distinct from 'claim-code'
        and (m.one = any(?::uuid[]) or m.other = any(?::uuid[]))
        and not exists (
          select from unnest(?::uuid[], ?::uuid[]) as f(one, other)
          where f.one = m.one and f.other = m.other)
        and not exists (
          select from customer c where c.id in (m.one, m.other) and c.status <> 'active')""";

  private static final String UPSERT =
      """
      insert into match_candidate (tenant_id, id, one, other, state, certain, score, evidence,
        held_by, found_at)
      select t.id, f.id, f.one, f.other, 'open', f.certain, f.score, f.evidence, f.held_by, t.now
      from (select ?::uuid as id, ?::timestamptz as now) t,
        unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::numeric[], ?::text[], ?::text[])
          as f(id, one, other, certain, score, evidence, held_by)
      order by f.one, f.other
      on conflict (tenant_id, one, other) do update set
        certain = excluded.certain, score = excluded.score, evidence = excluded.evidence,
        held_by = excluded.held_by
      where match_candidate.state = 'open'
        and match_candidate.held_by is distinct from 'claim-code'""";

  private static final String CLAIM =
      """
      insert into match_candidate (tenant_id, id, one, other, state, certain, score, evidence,
        held_by, found_at)
      values (?, ?, ?, ?, 'open', true, 0, ?, 'claim-code', ?)
      on conflict (tenant_id, one, other) do update set
        state = 'open', certain = true, evidence = excluded.evidence, held_by = excluded.held_by,
        decided_at = null, merge_id = null
      returning id""";

  private static final String REFUSED =
      """
      select p.one, p.other from unnest(?::uuid[], ?::uuid[]) as p(one, other)
      where exists (
        select from customer x, customer y
        where (x.id = p.one or x.merged_into = p.one) and (y.id = p.other or y.merged_into = p.other)
          and (
            exists (
              select from match_candidate d
              where d.state = 'dismissed'
                and d.one = least(x.id, y.id) and d.other = greatest(x.id, y.id))
            or exists (
              select from customer_merge m
              where m.absorbed = x.id and m.survivor = y.id and m.reversed_at is not null)
            or exists (
              select from customer_merge m
              where m.absorbed = y.id and m.survivor = x.id and m.reversed_at is not null)))""";
}
