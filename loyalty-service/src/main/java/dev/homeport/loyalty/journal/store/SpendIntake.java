package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.ledger.Account;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.loyalty.ledger.Spread;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes spends. All identities of the member are locked, time passes for them up to the moment of
 * the spend, and only then it is seen whether there are enough points; so those who spend at once
 * come one after the other, and never overdraw.
 */
@ApplicationScoped
public class SpendIntake {
  private static final String DUE =
      """
      select distinct l.identity_id, l.moment, l.opens
      from (select ?::uuid as tenant_id, ?::timestamptz as now) p,
        unnest(?::uuid[]) as mine(identity_id),
        lateral (
          select l.identity_id, l.expires_at as moment, false as opens from lot l
          where l.tenant_id = p.tenant_id and l.identity_id = mine.identity_id
            and l.used + l.expired < l.size and l.expires_at <= p.now
          union all
          select l.identity_id, l.usable_from, true from lot l
          where l.tenant_id = p.tenant_id and l.identity_id = mine.identity_id
            and l.stage = 'waiting' and l.usable_from <= p.now
          offset 0) l
      order by l.moment, l.identity_id""";

  private final Database database;
  private final MemberLock members;
  private final IdentityHistory history;
  private final FactIntake intake;
  private final StoredAccounts accounts;
  private final SpendTable spends;
  private final Grace grace;
  private final PostingWriter writer;

  SpendIntake(
      Database database,
      MemberLock members,
      IdentityHistory history,
      FactIntake intake,
      StoredAccounts accounts,
      SpendTable spends,
      Grace grace,
      PostingWriter writer) {
    this.database = database;
    this.members = members;
    this.history = history;
    this.intake = intake;
    this.accounts = accounts;
    this.spends = spends;
    this.grace = grace;
    this.writer = writer;
  }

  /** What came of a spend. */
  public sealed interface Result {
    /**
     * The points are taken.
     *
     * @param spenderId the identity that spent them
     */
    record Taken(UUID spenderId) implements Result {}

    /** There are too few. */
    record TooFew(long available) implements Result {}

    /** No identity belongs to the customer, or not the one that is named. */
    record NoMember() implements Result {}
  }

  /**
   * Takes points of a customer, after {@link #begin}.
   *
   * @param spender the identity that spends; null: by which the customer was known first
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Result take(
      UUID spend,
      UUID customer,
      @Nullable UUID spender,
      String programme,
      Draw.Use use,
      long points,
      Instant at) {
    List<UUID> identities = history.ofCustomers(List.of(customer));
    if (identities.isEmpty() || (spender != null && !identities.contains(spender))) {
      return new Result.NoMember();
    }
    UUID own = spender == null ? IdentityHistory.first(identities, customer) : spender;
    Set<UUID> together = history.memberships(identities).at(own, at);
    var spent = new Event.Spent(spend, 1, own, own, programme, at, at, use, 0);
    accounts.lock(identities);
    letPass(together, at);
    List<OpenMember> opened =
        accounts.open(together.stream().map(identity -> spent.of(identity, 0, at)).toList());
    return switch (Spread.of(accounts(opened, programme, together), points)) {
      case Spread.TooFew(long available) -> new Result.TooFew(available);
      case Spread.Enough enough -> {
        apply(
            opened,
            enough.parts().entrySet().stream()
                .map(part -> spent.of(part.getKey(), part.getValue(), at))
                .toList());
        yield new Result.Taken(own);
      }
    };
  }

  /** Whether an identity of a customer is known. */
  public boolean knows(UUID customer) {
    return !history.ofCustomers(List.of(customer)).isEmpty();
  }

  /** To be called before the rows of spends are locked. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin() {
    members.spending();
  }

  /** Keeps all identities of a customer as they are until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(UUID customer) {
    accounts.lock(history.ofCustomers(List.of(customer)));
  }

  /**
   * Lets something else become of the points of spends, whose rows are locked.
   *
   * @param use what becomes of them, or what they were for
   * @param back whether they are there again
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void change(Collection<UUID> ids, Draw.Use use, boolean back, Instant at) {
    List<Event.Spent> changes =
        spends.parts(ids).stream()
            .map(part -> part.then(use, back ? 0 : part.points(), at))
            .toList();
    if (back) {
      letPass(changes.stream().map(Event::identityId).collect(Collectors.toSet()), at);
    }
    intake.take(grace.after(apply(accounts.open(changes), changes)));
  }

  private List<JournalledStep> apply(List<OpenMember> opened, List<Event.Spent> events) {
    var steps = new ArrayList<JournalledStep>();
    for (Event.Spent event : events) {
      opened.stream()
          .filter(member -> member.holds(event.identityId()))
          .forEach(member -> steps.addAll(member.apply(List.of(event))));
    }
    writer.write(steps, opened);
    return steps;
  }

  private static List<Account> accounts(
      List<OpenMember> opened, String programme, Set<UUID> identities) {
    return identities.stream()
        .map(identity -> account(opened, programme, identity))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Account> account(
      List<OpenMember> opened, String programme, UUID identity) {
    return opened.stream()
        .filter(member -> member.holds(identity))
        .findFirst()
        .flatMap(member -> member.account(programme, identity));
  }

  private void letPass(Collection<UUID> identities, Instant at) {
    List<Event.Passed> due =
        database.list(DUE, to -> to.tenant().instant(at).texts(identities), SpendIntake::passed);
    if (!due.isEmpty()) {
      intake.pass(due);
    }
  }

  private static Event.Passed passed(ResultSet row) throws SQLException {
    UUID identity = row.getObject("identity_id", UUID.class);
    Instant moment = row.getObject("moment", OffsetDateTime.class).toInstant();
    return row.getBoolean("opens")
        ? new Event.Opening(Ids.next(), identity, moment)
        : new Event.Expiry(Ids.next(), identity, moment);
  }
}
