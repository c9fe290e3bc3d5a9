package dev.homeport.loyalty.reward;

import dev.homeport.loyalty.member.MemberConditions;
import dev.homeport.loyalty.rating.Explanation;
import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.Spending;
import dev.homeport.loyalty.spend.Spends;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives rewards for points, and takes their codes, in the caller's transaction. Whoever wants to
 * change a voucher locks it first, so a code is used as often as it says, however many use it at
 * once.
 */
@ApplicationScoped
public class Vouchers {
  private static final String INSERT =
      """
      insert into voucher (tenant_id, voucher_id, code, reward_id, spend_id, spender_id, created_at,
        valid_until, market, partner, partner_percent)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric)""";

  private static final String SELECT =
      """
      select v.voucher_id, v.code, v.spend_id, v.state, v.created_at as voucher_created_at,
        v.valid_until, v.market, v.partner as funded_by, v.partner_percent as funded_percent,
        v.ended_at, i.customer_id, (
          select json_agg(json_build_object('usedAt', u.used_at, 'orderId', u.order_id,
            'reference', u.reference) order by u.number)
          from voucher_use u
          where u.tenant_id = v.tenant_id and u.voucher_id = v.voucher_id) as usages, r.*
      from voucher v
      join reward r on r.tenant_id = v.tenant_id and r.reward_id = v.reward_id
      join identity i on i.tenant_id = v.tenant_id and i.identity_id = v.spender_id
      where v.tenant_id = ? and\s""";

  private static final String LOCK =
      "select voucher_id from voucher where tenant_id = ? and %s for update";

  private static final String OF_MEMBER =
      """
      select count(*) from voucher v
      join identity i on i.tenant_id = v.tenant_id and i.identity_id = v.spender_id
      where v.tenant_id = ? and v.reward_id = ? and i.customer_id = ? and v.state <> 'void'""";

  private static final String USE =
      """
      insert into voucher_use (tenant_id, voucher_id, number, used_at, order_id, reference)
      values (?, ?, ?, ?, ?::uuid, ?)""";

  private static final String END =
      "update voucher set state = ?, ended_at = ? where tenant_id = ? and voucher_id = ?";

  private final Database database;
  private final Rewards rewards;
  private final Spends spends;
  private final MemberConditions conditions;
  private final Clock clock;

  Vouchers(
      Database database, Rewards rewards, Spends spends, MemberConditions conditions, Clock clock) {
    this.database = database;
    this.rewards = rewards;
    this.spends = spends;
    this.conditions = conditions;
    this.clock = clock;
  }

  /** What came of wanting a reward. Whatever is no voucher takes no points: the caller undoes. */
  public sealed interface Got {
    /** It is paid for. */
    record Done(Voucher voucher) implements Got {}

    /** The points were not there, or nobody to spend them. */
    record Unpaid(Spends.Made.Refused why) implements Got {}

    /** It is no longer offered. */
    record Withdrawn() implements Got {}

    /** It is not offered in that market, or its price is not known without one. */
    record NotOfferedThere() implements Got {}

    /** It is not for this member: its condition does not hold. */
    record NotForMember(Explanation.Asked why) implements Got {}

    /** There are none left. */
    record SoldOut() implements Got {}

    /** The member has had it as often as it may. */
    record HadEnough() implements Got {}
  }

  /** What came of wanting to use or end a voucher. */
  public sealed interface Ended {
    /** It is. */
    record Done(Voucher voucher) implements Ended {}

    /** There is none. */
    record Missing() implements Ended {}

    /** It is good in another market. */
    record Elsewhere(Voucher voucher) implements Ended {}

    /** It cannot be used any more. */
    record Over(Voucher voucher) implements Ended {}
  }

  /**
   * Gives a reward for points of a customer.
   *
   * @param market where the voucher is to be used; null where the price is the same everywhere
   */
  public Got buy(
      Reward reward, UUID customerId, @Nullable UUID spenderId, @Nullable String market) {
    if (reward.withdrawnAt() != null) {
      return new Got.Withdrawn();
    }
    OptionalLong points = reward.price().in(market);
    if (points.isEmpty()) {
      return new Got.NotOfferedThere();
    }
    var spending =
        new Spending(
            customerId,
            spenderId,
            reward.programme(),
            points.getAsLong(),
            null,
            null,
            reward.key());
    return switch (spends.redeem(spending)) {
      case Spends.Made.Done(Spend spend) ->
          give(reward, spend, reward.price() instanceof Price.ByMarket ? market : null);
      case Spends.Made.Refused refused -> new Got.Unpaid(refused);
    };
  }

  /** The member is locked by now, so that nobody counts at the same time. */
  private Got give(Reward reward, Spend spend, @Nullable String market) {
    Instant now = now();
    String condition = reward.condition();
    if (condition != null) {
      Explanation.Asked asked =
          conditions.ask(reward.programme(), condition, spend.spenderId(), now);
      if (!asked.answer().equals("true")) {
        return new Got.NotForMember(asked);
      }
    }
    Integer most = reward.perMember();
    if (most != null && had(reward, spend) >= most) {
      return new Got.HadEnough();
    }
    if (!rewards.take(reward)) {
      return new Got.SoldOut();
    }
    UUID id = Ids.next();
    Funding funding = reward.funding();
    database.update(
        INSERT,
        to ->
            to.tenant()
                .uuid(id)
                .text(VoucherCode.next())
                .uuid(reward.id())
                .uuid(spend.id())
                .uuid(spend.spenderId())
                .instant(now)
                .instant(now.plus(reward.validDays(), ChronoUnit.DAYS))
                .text(market)
                .text(funding == null ? null : funding.partner())
                .text(funding == null ? null : funding.percent().toPlainString()));
    return new Got.Done(find(id).orElseThrow());
  }

  private long had(Reward reward, Spend spend) {
    return database
        .list(
            OF_MEMBER,
            to -> to.tenant().uuid(reward.id()).uuid(spend.customerId()),
            row -> row.getLong(1))
        .getFirst();
  }

  /** One of them. */
  public Optional<Voucher> find(UUID id) {
    return database.find(SELECT + "v.voucher_id = ?", to -> to.tenant().uuid(id), Vouchers::read);
  }

  /** Whether an identity of a customer is known. */
  public boolean knows(UUID customerId) {
    return spends.knows(customerId);
  }

  /** Those of a customer, newest first, before one of them. */
  public List<Voucher> ofCustomer(UUID customerId, @Nullable UUID before, int limit) {
    return database.list(
        SELECT
            + """
            i.customer_id = ? and (?::uuid is null or v.voucher_id < ?::uuid)
            order by v.voucher_id desc limit ?""",
        to -> to.tenant().uuid(customerId).uuid(before).uuid(before).number(limit),
        Vouchers::read);
  }

  /** That of a code, as people type it. */
  public Optional<Voucher> ofCode(String typed) {
    return VoucherCode.read(typed)
        .flatMap(
            code ->
                database.find(SELECT + "v.code = ?", to -> to.tenant().text(code), Vouchers::read));
  }

  /**
   * Uses a code, once more.
   *
   * @param market where; null where that is not known, which is well for codes that are good
   *     everywhere
   */
  public Ended redeem(
      String typed, @Nullable String market, @Nullable UUID orderId, @Nullable String reference) {
    Optional<String> code = VoucherCode.read(typed);
    if (code.isEmpty()) {
      return new Ended.Missing();
    }
    database.list(
        LOCK.formatted("code = ?"), to -> to.tenant().text(code.get()), row -> row.getString(1));
    Optional<Voucher> found = ofCode(typed);
    if (found.isEmpty()) {
      return new Ended.Missing();
    }
    Voucher voucher = found.get();
    Instant now = now();
    if (voucher.at(now) != Voucher.Standing.VALID) {
      return new Ended.Over(voucher);
    }
    if (!voucher.goodIn(market)) {
      return new Ended.Elsewhere(voucher);
    }
    use(voucher, orderId, reference, now);
    return done(voucher);
  }

  private void use(
      Voucher voucher, @Nullable UUID orderId, @Nullable String reference, Instant now) {
    database.update(
        USE,
        to ->
            to.tenant()
                .uuid(voucher.id())
                .number(voucher.usages().size() + 1)
                .instant(now)
                .uuid(orderId)
                .text(reference));
    if (voucher.usesLeft() == 1) {
      end(voucher, Voucher.State.REDEEMED, now);
    }
  }

  /** Makes a voucher void; the points of one that was never used are there again. */
  public Ended cancel(UUID id) {
    database.list(
        LOCK.formatted("voucher_id = ?"), to -> to.tenant().uuid(id), row -> row.getString(1));
    Optional<Voucher> found = find(id);
    if (found.isEmpty()) {
      return new Ended.Missing();
    }
    Voucher voucher = found.get();
    if (voucher.state() != Voucher.State.OPEN) {
      return new Ended.Over(voucher);
    }
    end(voucher, Voucher.State.VOID, now());
    if (voucher.usages().isEmpty()) {
      spends.giveBack(voucher.spendId());
      rewards.putBack(voucher.reward().id());
    }
    return done(voucher);
  }

  private void end(Voucher voucher, Voucher.State state, Instant now) {
    database.update(END, to -> to.text(state.slug()).instant(now).tenant().uuid(voucher.id()));
  }

  private Ended done(Voucher voucher) {
    return new Ended.Done(find(voucher.id()).orElseThrow());
  }

  /** The voucher that a spend has paid for. */
  public Optional<Voucher> ofSpend(UUID spendId) {
    return database.find(
        SELECT + "v.spend_id = ?", to -> to.tenant().uuid(spendId), Vouchers::read);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Voucher read(ResultSet row) throws SQLException {
    return new Voucher(
        row.getObject("voucher_id", UUID.class),
        row.getString("code"),
        Rewards.read(row),
        Rewards.funding(row.getString("funded_by"), row.getBigDecimal("funded_percent")),
        row.getObject("customer_id", UUID.class),
        row.getObject("spend_id", UUID.class),
        Voucher.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("voucher_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        row.getString("market"),
        usages(row.getString("usages")),
        Rewards.instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static List<Voucher.Usage> usages(@Nullable String json) {
    return json == null ? List.of() : List.of(EventJson.read(json, Voucher.Usage[].class));
  }
}
