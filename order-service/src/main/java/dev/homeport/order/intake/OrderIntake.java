package dev.homeport.order.intake;

import dev.homeport.order.contract.BuyerSeen;
import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.currency.Quote;
import dev.homeport.order.currency.Rates;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.Setting;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.Submission;
import dev.homeport.order.order.WaitingFacts;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.Attachments;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.tenant.TenantSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one write path of order documents: a group of them in the present transaction, in a handful
 * of statements however many they are. Documents of one key count as delivered one after the other.
 * Each has its own decision; events leave with the transaction.
 */
public final class OrderIntake {
  /** Rounds after which a row that keeps appearing and vanishing is a defect. */
  private static final int ROUNDS = 3;

  private final Orders orders;
  private final WaitingFacts waiting;
  private final FreeReturns returns;
  private final Attachments attachments;
  private final ReferenceRates rates;
  private final Publication publication;
  private final Clock clock;
  private final Supplier<UUID> ids;

  public OrderIntake(
      Orders orders,
      WaitingFacts waiting,
      FreeReturns returns,
      ReferenceRates rates,
      Publication publication,
      Clock clock,
      Supplier<UUID> ids) {
    this.orders = orders;
    this.waiting = waiting;
    this.returns = returns;
    this.attachments = new Attachments(returns, clock);
    this.rates = rates;
    this.publication = publication;
    this.clock = clock;
    this.ids = ids;
  }

  /** Takes the documents; one decision for each, in the same order. */
  public List<Decision> accept(List<Submission> submissions, TenantSettings tenant) {
    if (submissions.isEmpty()) {
      return List.of();
    }
    Setting setting = new Setting(tenant.timeZone(), rates(submissions, tenant), clock);
    SortedMap<OrderKey, List<Submission>> open = new TreeMap<>();
    for (Submission submission : submissions) {
      open.computeIfAbsent(submission.key(), _ -> new ArrayList<>()).add(submission);
    }
    Map<OrderKey, Course> courses = new HashMap<>();
    for (int round = 0; !open.isEmpty(); round++) {
      if (round == ROUNDS) {
        throw new IllegalStateException("Orders can neither be added nor found");
      }
      settle(open, courses, setting);
    }
    write(courses.values());
    return inOrder(submissions, courses);
  }

  private Rates rates(List<Submission> submissions, TenantSettings tenant) {
    ZoneId zone = tenant.timeZone();
    Set<Quote> quotes =
        submissions.stream()
            .map(Submission::document)
            .map(document -> new Quote(document.day(zone), document.currency()))
            .collect(Collectors.toSet());
    return rates.into(tenant.reportingCurrency(), quotes);
  }

  /** Adds what is new, and decides the rest upon the rows that were there first. */
  private void settle(
      SortedMap<OrderKey, List<Submission>> open, Map<OrderKey, Course> courses, Setting setting) {
    List<Course> fresh =
        open.values().stream()
            .map(documents -> Course.fromNothing(documents, setting, ids))
            .toList();
    Set<UUID> inserted = orders.insert(fresh.stream().map(Course::order).toList());
    List<Course> added =
        fresh.stream().filter(course -> inserted.contains(course.order().id())).toList();
    Map<OrderKey, List<SourceFact>> early = early(added);
    for (Course course : added) {
      courses.put(course.key(), course.added(early.getOrDefault(course.key(), List.of()), setting));
      open.remove(course.key());
    }
    if (!open.isEmpty()) {
      orders
          .lock(open.keySet())
          .forEach(
              (key, order) ->
                  courses.put(key, Course.from(order, knownDocuments(open.remove(key)), setting)));
    }
  }

  /** What was told of orders before they came, free returns included. */
  private Map<OrderKey, List<SourceFact>> early(List<Course> added) {
    if (added.isEmpty()) {
      return Map.of();
    }
    List<OrderKey> keys = added.stream().map(Course::key).toList();
    Map<OrderKey, List<SourceFact>> early = new HashMap<>(waiting.takeOut(keys));
    for (FreeReturn back : returns.lockNaming(keys)) {
      back.orderKey()
          .ifPresent(
              key ->
                  early
                      .computeIfAbsent(key, _ -> new ArrayList<>())
                      .add(new SourceFact.Returned(back.forOrder())));
    }
    return early;
  }

  private static List<Submission> knownDocuments(@Nullable List<Submission> documents) {
    if (documents == null) {
      throw new IllegalStateException("An order was locked that nobody asked for");
    }
    return documents;
  }

  private void write(Collection<Course> courses) {
    List<Course> changed = courses.stream().filter(Course::changed).toList();
    orders.update(changed.stream().map(Course::order).toList());
    orders.archive(
        courses.stream().flatMap(course -> course.replaced().stream()).toList(), clock.instant());
    var announcements = new ArrayList<Announcement>();
    courses.forEach(course -> announce(course, announcements));
    attachments
        .follow(
            changed.stream()
                .map(course -> new Attachments.Change(course.before(), course.order()))
                .toList())
        .forEach(moved -> moved.announcement().ifPresent(announcements::add));
    publication.publish(announcements);
  }

  private static void announce(Course course, List<Announcement> to) {
    Order order = course.order();
    Order before = course.before();
    if (before != null && !before.document().identityId().equals(order.document().identityId())) {
      to.add(new Announcement.OrderLeft(before, order.revision() - 1));
    }
    if (course.visible()) {
      OrderChange change = course.before() == null ? OrderChange.PLACED : OrderChange.REVISED;
      to.add(new Announcement.OrderStands(order, change));
    }
    Submission accepted = course.accepted();
    if (accepted == null) {
      return;
    }
    OrderKey key = course.key();
    to.add(
        new Announcement.BuyerNamed(
            BuyerSeen.of(
                accepted.document().identityId(),
                order.id(),
                key.channel(),
                accepted.buyer().identityName(key.externalId()),
                accepted.document().revisedAt(),
                accepted.buyer(),
                order.revision(),
                accepted.backfill())));
  }

  private static List<Decision> inOrder(
      List<Submission> submissions, Map<OrderKey, Course> courses) {
    Map<OrderKey, Integer> next = new HashMap<>();
    var decisions = new ArrayList<Decision>(submissions.size());
    for (Submission submission : submissions) {
      Course course = courses.get(submission.key());
      if (course == null) {
        throw new IllegalStateException("A document without a decision");
      }
      int at = next.merge(submission.key(), 1, Integer::sum) - 1;
      decisions.add(course.decisions().get(at));
    }
    return decisions;
  }
}
