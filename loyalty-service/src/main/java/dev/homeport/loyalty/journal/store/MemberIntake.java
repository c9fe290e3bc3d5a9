package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Bearers;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.rating.Memberships;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.identity.IdentityMapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes whose identities are, in any order and as often as they come. What was rated with the
 * identities of a member is rated again where it had to be with others, and what was spent from the
 * points of others goes back to them when they were never one member.
 */
@ApplicationScoped
public class MemberIntake {
  private static final String UPSERT =
      """
      insert into identity (tenant_id, identity_id, customer_id, epoch, revision)
      select t.id, m.identity_id, m.customer_id, m.epoch, m.revision
      from (select ?::uuid as id) t,
        unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])
          as m(identity_id, customer_id, epoch, revision)
      order by m.identity_id
      on conflict (tenant_id, identity_id) do update set
        customer_id = excluded.customer_id, epoch = excluded.epoch, revision = excluded.revision
      where identity.revision < excluded.revision""";

  private static final String KEEP =
      """
      insert into identity_mapping (tenant_id, identity_id, revision, customer_id, since)
      select t.id, m.*
      from (select ?::uuid as id) t,
        unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::timestamptz[]) as m
      on conflict do nothing""";

  private final Database database;
  private final MemberLock members;
  private final IdentityHistory history;
  private final StoredAccounts accounts;
  private final SpendTable spends;
  private final PostingWriter writer;
  private final ChangedMembers changed;

  MemberIntake(
      Database database,
      MemberLock members,
      IdentityHistory history,
      StoredAccounts accounts,
      SpendTable spends,
      PostingWriter writer,
      ChangedMembers changed) {
    this.database = database;
    this.members = members;
    this.history = history;
    this.accounts = accounts;
    this.spends = spends;
    this.writer = writer;
    this.changed = changed;
  }

  /** The highest revision of each identity stands, the others are kept as what was before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(List<IdentityMapped> mappings) {
    if (mappings.stream().noneMatch(MemberIntake::moves)) {
      keep(mappings);
      return;
    }
    boolean matter = members.moving();
    note(mappings);
    Set<UUID> touched = touched(mappings);
    List<Event.Spent> spent = spends.ofIdentities(touched);
    if (matter || !spent.isEmpty()) {
      List<OpenMember> opened = accounts.open(groups(touched, mappings), withSpenders(spent));
      keep(mappings);
      rateAgain(opened, touched, mappings, spent);
    } else {
      keep(mappings);
    }
  }

  /** Both the customers who had the identities until now, and those who have them. */
  private void note(List<IdentityMapped> mappings) {
    List<UUID> identities = mappings.stream().map(IdentityMapped::identityId).toList();
    var customers = new LinkedHashSet<>(history.customers(identities).values());
    mappings.forEach(mapping -> customers.add(mapping.customerId()));
    changed.moved(identities, customers);
  }

  /** Those who made spends may have to bear what others bore. */
  private static List<Event.Spent> withSpenders(List<Event.Spent> spent) {
    return spent.stream()
        .flatMap(part -> Stream.of(part, part.of(part.spenderId(), 0, part.at())))
        .toList();
  }

  /** The first customer of an identity is its home, as if nothing had been told. */
  private static boolean moves(IdentityMapped mapping) {
    return mapping.epoch() > 1 || !mapping.customerId().equals(mapping.identityId());
  }

  /** Everybody who is one member with one of the identities, before or after. */
  private Set<UUID> touched(List<IdentityMapped> mappings) {
    List<UUID> identities = mappings.stream().map(IdentityMapped::identityId).toList();
    var touched = new LinkedHashSet<>(identities);
    history.groups(identities).values().forEach(touched::addAll);
    touched.addAll(history.ofCustomers(mappings.stream().map(IdentityMapped::customerId).toList()));
    return touched;
  }

  /** Those who have anything to do with each other. */
  private Collection<Set<UUID>> groups(Set<UUID> touched, List<IdentityMapped> mappings) {
    var groups = new JoinedGroups();
    touched.forEach(groups::add);
    history.customers(touched).forEach(groups::join);
    mappings.forEach(mapping -> groups.join(mapping.identityId(), mapping.customerId()));
    return groups.of(touched);
  }

  private void rateAgain(
      List<OpenMember> opened,
      Set<UUID> touched,
      List<IdentityMapped> mappings,
      List<Event.Spent> spent) {
    var steps = new ArrayList<JournalledStep>();
    Memberships now = history.memberships(touched);
    List<Event.Spent> borne = Bearers.change(spent, now, latest(mappings));
    for (OpenMember member : opened) {
      Set<UUID> identities = member.journalLengths().keySet();
      mappings.stream()
          .filter(mapping -> identities.contains(mapping.identityId()))
          .findFirst()
          .ifPresent(
              mapping ->
                  steps.addAll(
                      member.regroup(
                          new Event.MemberChanged(
                              mapping.identityId(), mapping.identityId(), since(mapping)),
                          now)));
      steps.addAll(
          member.apply(borne.stream().filter(part -> member.holds(part.identityId())).toList()));
    }
    writer.write(steps, opened);
  }

  private void keep(List<IdentityMapped> mappings) {
    Collection<IdentityMapped> newest = IdentityMapped.newest(mappings);
    database.update(
        UPSERT,
        to ->
            to.tenant()
                .texts(newest, IdentityMapped::identityId)
                .texts(newest, IdentityMapped::customerId)
                .numbers(newest, IdentityMapped::epoch)
                .numbers(newest, IdentityMapped::revision));
    database.update(
        KEEP,
        to ->
            to.tenant()
                .texts(mappings, IdentityMapped::identityId)
                .numbers(mappings, IdentityMapped::revision)
                .texts(mappings, IdentityMapped::customerId)
                .texts(mappings, MemberIntake::since));
  }

  private static Instant latest(List<IdentityMapped> mappings) {
    return mappings.stream().map(MemberIntake::since).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /** Revisions of mappings are the moments at which identities came to their customers. */
  private static Instant since(IdentityMapped mapping) {
    return Instant.EPOCH.plus(mapping.revision(), ChronoUnit.MICROS);
  }
}
