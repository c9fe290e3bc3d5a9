package dev.homeport.loyalty.spend;

import dev.homeport.loyalty.LoyaltyProblem;
import dev.homeport.loyalty.journal.store.SpendIntake;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets points aside and spends them, in the caller's transaction. */
@ApplicationScoped
public class Spends {
  private static final String INSERT =
      """
      insert into spend (tenant_id, spend_id, spender_id, programme, points, state,
        worth_amount, worth_currency, order_id, reference, created_at, expires_at, returned_before,
        order_revision)
      values (?, ?, ?, ?, ?, ?, ?::numeric, ?, ?::uuid, ?, ?, ?, ?::numeric, ?)""";

  private static final String FIND =
      """
      select s.*, i.customer_id from spend s
      join identity i on i.tenant_id = s.tenant_id and i.identity_id = s.spender_id
      where s.tenant_id = ? and s.spend_id = ?""";

  private static final String LIST =
      """
      select s.*, i.customer_id from (select ?::uuid as tenant_id, ?::uuid as before) p,
        identity i, spend s
      where i.tenant_id = p.tenant_id and i.customer_id = ?
        and s.tenant_id = p.tenant_id and s.spender_id = i.identity_id
        and %s and (p.before is null or s.spend_id < p.before)
      order by s.spend_id desc limit ?""";

  private static final String REDEEMED = LIST.formatted("s.state in ('redeemed', 'given-back')");

  private static final String HELD = LIST.formatted("s.expires_at is not null");

  private static final String ORDER =
      """
      select cause_revision, explanation ->> 'reason' in ('CANCELLED', 'FULLY_RETURNED') as over,
        coalesce((explanation -> 'counted' ->> 'returned')::numeric, 0) as returned
      from rating
      where tenant_id = ? and cause_id = ? and cause_kind = 'order'
      order by cause_revision desc, returned desc limit 1""";

  private static final String LOCK =
      "select spend_id from spend where tenant_id = ? and spend_id = ? for update";

  private static final String CHANGE =
      """
      update spend set state = ?, revision = revision + 1, ended_at = ?
      where tenant_id = ? and spend_id = ?""";

  private final Database database;
  private final SpendIntake intake;
  private final HoldExpiry holds;
  private final Clock clock;

  Spends(Database database, SpendIntake intake, HoldExpiry holds, Clock clock) {
    this.database = database;
    this.intake = intake;
    this.holds = holds;
    this.clock = clock;
  }

  /** What came of a spend. */
  public sealed interface Made {
    /** The points are taken. */
    record Done(Spend spend) implements Made {}

    /** They are not. */
    sealed interface Refused extends Made {
      /** As callers see it. */
      Problem problem();
    }

    /** There are too few. */
    record TooFew(long available) implements Refused {
      @Override
      public Problem problem() {
        return Problem.of(
            LoyaltyProblem.NOT_ENOUGH_POINTS, "There are %d to spend.".formatted(available));
      }
    }

    /** They are for an order that has been cancelled, or has come back as a whole. */
    record OrderOver() implements Refused {
      @Override
      public Problem problem() {
        return Problem.of(LoyaltyProblem.ORDER_CANCELLED)
            .at("/orderId", "is an order that was cancelled or came back");
      }
    }

    /** No identity belongs to the customer, or not the one that is named. */
    record NoMember() implements Refused {
      @Override
      public Problem problem() {
        return Problem.of(LoyaltyProblem.MEMBER_NOT_FOUND)
            .at("/customerId", "is no customer of whom this identity, or any, is known");
      }
    }
  }

  /** What came of a change. */
  public sealed interface Changed {
    /** It is as it was wanted. */
    record Done(Spend before, Spend spend) implements Changed {}

    /** There is none. */
    record Missing() implements Changed {}

    /** It does not stand where this is possible. */
    record Closed(Spend spend) implements Changed {}
  }

  /** Sets points aside for a while. */
  public Made hold(Spending spending, Duration time) {
    return take(spending, SpendState.HELD, time);
  }

  /** Spends points at once. */
  public Made redeem(Spending spending) {
    return take(spending, SpendState.REDEEMED, null);
  }

  /** One of them. */
  public Optional<Spend> find(UUID id) {
    return database.find(FIND, to -> to.tenant().uuid(id), Spends::read);
  }

  /** Whether an identity of a customer is known. */
  public boolean knows(UUID customerId) {
    return intake.knows(customerId);
  }

  /** What a customer has spent, newest first, before one of them. */
  public List<Spend> redeemed(UUID customerId, @Nullable UUID before, int limit) {
    return database.list(
        REDEEMED, to -> to.tenant().uuid(before).uuid(customerId).number(limit), Spends::read);
  }

  /** What a customer has set aside, newest first, before one of them; also what is over. */
  public List<Spend> held(UUID customerId, @Nullable UUID before, int limit) {
    return database.list(
        HELD, to -> to.tenant().uuid(before).uuid(customerId).number(limit), Spends::read);
  }

  /** Spends what was set aside. */
  public Changed capture(UUID id) {
    return change(id, SpendState.HELD, SpendState.REDEEMED);
  }

  /** Lets what was set aside be there again. */
  public Changed release(UUID id) {
    return change(id, SpendState.HELD, SpendState.RELEASED);
  }

  /** Lets what was spent be there again, in the lots from which it came. */
  public Changed giveBack(UUID id) {
    return change(id, SpendState.REDEEMED, SpendState.GIVEN_BACK);
  }

  private Made take(Spending spending, SpendState state, @Nullable Duration time) {
    UUID id = Ids.next();
    Worth worth = spending.worth();
    Instant now = now();
    intake.begin();
    PaidOrder order = order(spending.orderId());
    if (order.over()) {
      return new Made.OrderOver();
    }
    holds.endOf(spending.customerId(), now);
    SpendIntake.Result result =
        intake.take(
            id,
            spending.customerId(),
            spending.spenderId(),
            spending.programme(),
            state == SpendState.HELD ? Draw.Use.HELD : Draw.Use.REDEEMED,
            spending.points(),
            now);
    return switch (result) {
      case SpendIntake.Result.NoMember _ -> new Made.NoMember();
      case SpendIntake.Result.TooFew(long available) -> new Made.TooFew(available);
      case SpendIntake.Result.Taken(UUID spender) -> {
        database.update(
            INSERT,
            to ->
                to.tenant()
                    .uuid(id)
                    .uuid(spender)
                    .text(spending.programme())
                    .number(spending.points())
                    .text(state.slug())
                    .text(worth == null ? null : worth.amount().toPlainString())
                    .text(worth == null ? null : worth.currency())
                    .uuid(spending.orderId())
                    .text(spending.reference())
                    .instant(now)
                    .instant(time == null ? null : now.plus(time))
                    .text(order.returned().toPlainString())
                    .number(order.revision()));
        yield new Made.Done(find(id).orElseThrow());
      }
    };
  }

  /**
   * The order that points are for, as it is known.
   *
   * @param over whether it was cancelled or came back
   * @param returned what of it has come back
   */
  private record PaidOrder(long revision, boolean over, BigDecimal returned) {
    private static final PaidOrder UNKNOWN = new PaidOrder(0, false, BigDecimal.ZERO);
  }

  private PaidOrder order(@Nullable UUID orderId) {
    return orderId == null
        ? PaidOrder.UNKNOWN
        : database
            .find(
                ORDER,
                to -> to.tenant().uuid(orderId),
                row ->
                    new PaidOrder(
                        row.getLong("cause_revision"),
                        row.getBoolean("over"),
                        row.getBigDecimal("returned")))
            .orElse(PaidOrder.UNKNOWN);
  }

  private Changed change(UUID id, SpendState from, SpendState to) {
    intake.begin();
    database.list(LOCK, parameters -> parameters.tenant().uuid(id), row -> row.getObject(1));
    Optional<Spend> found = find(id);
    if (found.isEmpty()) {
      return new Changed.Missing();
    }
    Spend before = found.get();
    Instant now = now();
    if (before.state() != from || (from == SpendState.HELD && !before.heldAt(now))) {
      return new Changed.Closed(before);
    }
    set(before, to, now);
    return new Changed.Done(before, find(id).orElseThrow());
  }

  private void set(Spend before, SpendState state, Instant now) {
    boolean back = state != SpendState.REDEEMED;
    boolean spent = state == SpendState.REDEEMED || state == SpendState.GIVEN_BACK;
    Draw.Use use = spent ? Draw.Use.REDEEMED : Draw.Use.HELD;
    intake.change(List.of(before.id()), use, back, now);
    database.update(
        CHANGE, to -> to.text(state.slug()).instant(back ? now : null).tenant().uuid(before.id()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Spend read(ResultSet row) throws SQLException {
    BigDecimal worth = row.getBigDecimal("worth_amount");
    return new Spend(
        row.getObject("spend_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getObject("spender_id", UUID.class),
        row.getString("programme"),
        row.getLong("points"),
        row.getLong("returned_points"),
        worth == null ? null : new Worth(worth, row.getString("worth_currency")),
        SpendState.of(row.getString("state")),
        row.getObject("order_id", UUID.class),
        row.getString("reference"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("expires_at", OffsetDateTime.class)),
        instant(row.getObject("ended_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }
}
