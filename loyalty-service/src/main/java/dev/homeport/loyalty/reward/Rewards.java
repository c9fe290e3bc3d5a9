package dev.homeport.loyalty.reward;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rewards of a tenant, in the caller's transaction. */
@ApplicationScoped
public class Rewards {
  private static final String INSERT =
      """
      insert into reward (tenant_id, reward_id, key, name, programme, points, prices, benefit,
        partner, partner_percent, condition, valid_days, uses, stock, per_member, created_at)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::numeric, ?, ?, ?, ?, ?, ?)
      on conflict (tenant_id, key) do nothing""";

  private static final String FIND = "select * from reward where tenant_id = ? and reward_id = ?";

  private static final String LIST =
      """
      select * from reward
      where tenant_id = ? and (?::uuid is null or reward_id > ?::uuid)
      order by reward_id limit ?""";

  private static final String WITHDRAW =
      """
      update reward set withdrawn_at = ?
      where tenant_id = ? and reward_id = ? and withdrawn_at is null""";

  /** Locks the reward only where its stock is counted. */
  private static final String TAKE =
      """
      update reward set taken = taken + 1
      where tenant_id = ? and reward_id = ? and stock is not null and taken < stock""";

  private static final String PUT_BACK =
      """
      update reward set taken = taken - 1
      where tenant_id = ? and reward_id = ? and stock is not null""";

  private final Database database;
  private final Clock clock;

  Rewards(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is to be offered. */
  public record Offer(
      String key,
      String name,
      String programme,
      Price price,
      Benefit benefit,
      @Nullable Funding funding,
      @Nullable String condition,
      int validDays,
      int uses,
      @Nullable Long stock,
      @Nullable Integer perMember) {}

  /** Offers a reward; empty when there is one of this key. */
  public Optional<Reward> add(Offer offer) {
    UUID id = Ids.next();
    Integer perMember = offer.perMember();
    Funding funding = offer.funding();
    int added =
        database.update(
            INSERT,
            to ->
                to.tenant()
                    .uuid(id)
                    .text(offer.key())
                    .text(offer.name())
                    .text(offer.programme())
                    .number(offer.price() instanceof Price.Everywhere(long points) ? points : null)
                    .text(
                        offer.price() instanceof Price.ByMarket(Map<String, Long> points)
                            ? EventJson.write(points)
                            : null)
                    .text(EventJson.write(offer.benefit()))
                    .text(funding == null ? null : funding.partner())
                    .text(funding == null ? null : funding.percent().toPlainString())
                    .text(offer.condition())
                    .number(offer.validDays())
                    .number(offer.uses())
                    .number(offer.stock())
                    .number(perMember == null ? null : Long.valueOf(perMember))
                    .instant(now()));
    return added == 0 ? Optional.empty() : find(id);
  }

  /** One of them. */
  public Optional<Reward> find(UUID id) {
    return database.find(FIND, to -> to.tenant().uuid(id), Rewards::read);
  }

  /** Rewards in the order in which they were made, after one of them. */
  public List<Reward> list(@Nullable UUID after, int limit) {
    return database.list(
        LIST, to -> to.tenant().uuid(after).uuid(after).number(limit), Rewards::read);
  }

  /** Offers it no longer; what members have stays good. */
  public Optional<Reward> withdraw(UUID id) {
    database.update(WITHDRAW, to -> to.instant(now()).tenant().uuid(id));
    return find(id);
  }

  /** Takes one out of the stock, if it has one; says whether there was one left. */
  boolean take(Reward reward) {
    return reward.stock() == null
        || database.update(TAKE, to -> to.tenant().uuid(reward.id())) == 1;
  }

  void putBack(UUID id) {
    database.update(PUT_BACK, to -> to.tenant().uuid(id));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static Reward read(ResultSet row) throws SQLException {
    return new Reward(
        row.getObject("reward_id", UUID.class),
        row.getString("key"),
        row.getString("name"),
        row.getString("programme"),
        price(row),
        EventJson.read(row.getString("benefit"), Benefit.class),
        funding(row.getString("partner"), row.getBigDecimal("partner_percent")),
        row.getString("condition"),
        row.getInt("valid_days"),
        row.getInt("uses"),
        row.getObject("stock", Long.class),
        row.getLong("taken"),
        row.getObject("per_member", Integer.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("withdrawn_at", OffsetDateTime.class)));
  }

  static @Nullable Funding funding(@Nullable String partner, @Nullable BigDecimal percent) {
    return partner == null || percent == null
        ? null
        : new Funding(partner, percent.stripTrailingZeros());
  }

  private static Price price(ResultSet row) throws SQLException {
    String prices = row.getString("prices");
    return prices == null
        ? new Price.Everywhere(row.getLong("points"))
        : EventJson.read("{\"points\":" + prices + "}", Price.ByMarket.class);
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }
}
