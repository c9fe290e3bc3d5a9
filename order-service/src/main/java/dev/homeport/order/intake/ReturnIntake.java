package dev.homeport.order.intake;

import dev.homeport.order.contract.BuyerSeen;
import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.currency.Quote;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.order.FactDecision;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Setting;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.WaitingFacts;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.Attachments;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnSubmission;
import dev.homeport.platform.tenant.TenantSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one write path of free returns, as {@link OrderIntake} is of orders. A return document is
 * never revised: another content under the same key is a conflict.
 */
public final class ReturnIntake {
  private final FreeReturns returns;
  private final Orders orders;
  private final WaitingFacts waiting;
  private final Attachments attachments;
  private final ReferenceRates rates;
  private final Publication publication;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public ReturnIntake(
      FreeReturns returns,
      Orders orders,
      WaitingFacts waiting,
      ReferenceRates rates,
      Publication publication,
      Clock clock,
      Supplier<UUID> ids) {
    this.returns = returns;
    this.orders = orders;
    this.waiting = waiting;
    this.attachments = new Attachments(returns, clock);
    this.rates = rates;
    this.publication = publication;
    this.clock = clock;
    this.ids = ids;
  }

  /** Takes the documents; one outcome for each, in the same order. */
  public List<ReturnOutcome> accept(List<ReturnSubmission> submissions, TenantSettings tenant) {
    SortedMap<OrderKey, FreeReturn> standing =
        candidates(submissions, setting(submissions, tenant));
    Set<UUID> inserted = returns.insert(standing.values());
    Set<OrderKey> known =
        standing.entrySet().stream()
            .filter(entry -> !inserted.contains(entry.getValue().id()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!known.isEmpty()) {
      Map<OrderKey, FreeReturn> found = returns.find(known);
      if (found.size() != known.size()) {
        throw new IllegalStateException("Returns can neither be added nor found");
      }
      standing.putAll(found);
    }
    List<Announcement> announcements =
        attach(
            standing.values().stream().filter(back -> inserted.contains(back.id())).toList(),
            standing);
    return outcomes(submissions, standing, known, announcements);
  }

  /** Those whose order is known go there, if they fit; the others wait for theirs. */
  private List<Announcement> attach(List<FreeReturn> fresh, Map<OrderKey, FreeReturn> standing) {
    SortedMap<OrderKey, List<FreeReturn>> named = new TreeMap<>();
    for (FreeReturn back : fresh) {
      back.orderKey()
          .ifPresent(key -> named.computeIfAbsent(key, _ -> new ArrayList<>()).add(back));
    }
    if (named.isEmpty()) {
      return List.of();
    }
    // Those are announced as what they have become.
    Set<UUID> newcomers = fresh.stream().map(FreeReturn::id).collect(Collectors.toSet());
    if (orders.existing(named.keySet()).size() < named.size()) {
      waiting.close();
    }
    var changes = new ArrayList<Attachments.Change>();
    var announcements = new ArrayList<Announcement>();
    orders
        .lock(named.keySet())
        .forEach(
            (key, order) -> {
              Order after = with(order, Objects.requireNonNull(named.get(key)));
              changes.add(new Attachments.Change(order, after));
              if (after.revision() != order.revision()) {
                announcements.add(new Announcement.OrderStands(after, OrderChange.RETURNED));
              }
            });
    orders.update(changes.stream().map(Attachments.Change::after).toList());
    for (Attachments.Moved moved : attachments.follow(changes)) {
      FreeReturn now = moved.after();
      standing.replace(now.document().key(), now);
      if (!newcomers.contains(now.id())) {
        moved.announcement().ifPresent(announcements::add);
      }
    }
    return announcements;
  }

  private Order with(Order order, List<FreeReturn> returns) {
    Order after = order;
    for (FreeReturn back : returns) {
      after =
          switch (after.hear(new SourceFact.Returned(back.forOrder()), clock)) {
            case FactDecision.Taken(Order with) -> with;
            case FactDecision.Kept(Order with, var _) -> with;
            case FactDecision.Known _, FactDecision.Conflict _, FactDecision.Waiting _ -> after;
          };
    }
    return after;
  }

  private Setting setting(List<ReturnSubmission> submissions, TenantSettings tenant) {
    ZoneId zone = tenant.timeZone();
    Set<Quote> quotes =
        submissions.stream()
            .map(ReturnSubmission::document)
            .map(document -> new Quote(document.day(zone), document.currency()))
            .collect(Collectors.toSet());
    return new Setting(zone, rates.into(tenant.reportingCurrency(), quotes), clock);
  }

  private SortedMap<OrderKey, FreeReturn> candidates(
      List<ReturnSubmission> submissions, Setting setting) {
    var candidates = new TreeMap<OrderKey, FreeReturn>();
    for (ReturnSubmission submission : submissions) {
      candidates.computeIfAbsent(
          submission.key(), _ -> FreeReturn.first(submission, ids.get(), setting));
    }
    return candidates;
  }

  private List<ReturnOutcome> outcomes(
      List<ReturnSubmission> submissions,
      Map<OrderKey, FreeReturn> standing,
      Set<OrderKey> known,
      List<Announcement> others) {
    Set<OrderKey> seen = new HashSet<>(known);
    var outcomes = new ArrayList<ReturnOutcome>(submissions.size());
    var announcements = new ArrayList<>(others);
    for (ReturnSubmission submission : submissions) {
      FreeReturn back = Objects.requireNonNull(standing.get(submission.key()));
      if (seen.add(submission.key())) {
        announce(back, submission, announcements);
        outcomes.add(new ReturnOutcome.Recorded(back));
      } else {
        outcomes.add(
            back.says(submission.document())
                ? new ReturnOutcome.Unchanged(back)
                : new ReturnOutcome.Conflict(back));
      }
    }
    publication.publish(announcements);
    return outcomes;
  }

  private static void announce(
      FreeReturn back, ReturnSubmission submission, List<Announcement> to) {
    ReturnDocument document = back.document();
    to.add(new Announcement.ReturnStands(back, ReturnChange.RECORDED));
    to.add(
        new Announcement.BuyerNamed(
            BuyerSeen.of(
                document.identityId(),
                back.id(),
                document.key().channel(),
                submission.buyer().identityName(document.buyerFallback()),
                document.returnedAt(),
                submission.buyer(),
                back.revision(),
                submission.backfill())));
  }
}
