package dev.homeport.loyalty.reward;

import dev.homeport.loyalty.spend.Spend;
import dev.homeport.loyalty.spend.Spending;
import dev.homeport.loyalty.spend.Spends;
import dev.homeport.platform.database.Database;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives rewards for points, and takes their codes, in the caller's transaction. Whoever wants to
 * change a voucher locks it first, so a code is used once, however many use it at once.
 */
@ApplicationScoped
public class Vouchers {
  private static final String INSERT =
      """
      insert into voucher (tenant_id, voucher_id, code, reward_id, spend_id, spender_id, created_at,
        valid_until)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String SELECT =
      """
      select v.voucher_id, v.code, v.spend_id, v.state, v.created_at as voucher_created_at,
        v.valid_until, v.order_id, v.reference, v.ended_at, i.customer_id, r.*
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

  private static final String END =
      """
      update voucher set state = ?, ended_at = ?, order_id = ?::uuid, reference = ?
      where tenant_id = ? and voucher_id = ?""";

  private final Database database;
  private final Rewards rewards;
  private final Spends spends;
  private final Clock clock;

  Vouchers(Database database, Rewards rewards, Spends spends, Clock clock) {
    this.database = database;
    this.rewards = rewards;
    this.spends = spends;
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

    /** It cannot be used any more. */
    record Over(Voucher voucher) implements Ended {}
  }

  /** Gives a reward for points of a customer. */
  public Got buy(Reward reward, UUID customerId, @Nullable UUID spenderId) {
    if (reward.withdrawnAt() != null) {
      return new Got.Withdrawn();
    }
    var spending =
        new Spending(
            customerId, spenderId, reward.programme(), reward.points(), null, null, reward.key());
    return switch (spends.redeem(spending)) {
      case Spends.Made.Done(Spend spend) -> give(reward, spend);
      case Spends.Made.Refused refused -> new Got.Unpaid(refused);
    };
  }

  /** The member is locked by now, so that nobody counts at the same time. */
  private Got give(Reward reward, Spend spend) {
    Integer most = reward.perMember();
    if (most != null && had(reward, spend) >= most) {
      return new Got.HadEnough();
    }
    if (!rewards.take(reward)) {
      return new Got.SoldOut();
    }
    UUID id = Ids.next();
    Instant now = now();
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
                .instant(now.plus(reward.validDays(), ChronoUnit.DAYS)));
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

  /** Uses a code, once. */
  public Ended redeem(String typed, @Nullable UUID orderId, @Nullable String reference) {
    Optional<String> code = VoucherCode.read(typed);
    if (code.isEmpty()) {
      return new Ended.Missing();
    }
    database.list(
        LOCK.formatted("code = ?"), to -> to.tenant().text(code.get()), row -> row.getString(1));
    return end(ofCode(typed), Voucher.State.REDEEMED, orderId, reference);
  }

  /** Makes a voucher void that was not used, and gives its points back. */
  public Ended cancel(UUID id) {
    database.list(
        LOCK.formatted("voucher_id = ?"), to -> to.tenant().uuid(id), row -> row.getString(1));
    Ended ended = end(find(id), Voucher.State.VOID, null, null);
    if (ended instanceof Ended.Done(Voucher voucher)) {
      spends.giveBack(voucher.spendId());
      rewards.putBack(voucher.reward().id());
    }
    return ended;
  }

  /** The voucher that a spend has paid for. */
  public Optional<Voucher> ofSpend(UUID spendId) {
    return database.find(
        SELECT + "v.spend_id = ?", to -> to.tenant().uuid(spendId), Vouchers::read);
  }

  private Ended end(
      Optional<Voucher> found,
      Voucher.State state,
      @Nullable UUID orderId,
      @Nullable String reference) {
    if (found.isEmpty()) {
      return new Ended.Missing();
    }
    Voucher voucher = found.get();
    Instant now = now();
    boolean late = state == Voucher.State.REDEEMED && !now.isBefore(voucher.validUntil());
    if (voucher.state() != Voucher.State.OPEN || late) {
      return new Ended.Over(voucher);
    }
    database.update(
        END,
        to ->
            to.text(state.slug())
                .instant(now)
                .uuid(orderId)
                .text(reference)
                .tenant()
                .uuid(voucher.id()));
    return new Ended.Done(find(voucher.id()).orElseThrow());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Voucher read(ResultSet row) throws SQLException {
    return new Voucher(
        row.getObject("voucher_id", UUID.class),
        row.getString("code"),
        Rewards.read(row),
        row.getObject("customer_id", UUID.class),
        row.getObject("spend_id", UUID.class),
        Voucher.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("voucher_created_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        row.getObject("order_id", UUID.class),
        row.getString("reference"),
        Rewards.instant(row.getObject("ended_at", OffsetDateTime.class)));
  }
}
