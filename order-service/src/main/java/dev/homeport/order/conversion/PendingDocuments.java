package dev.homeport.order.conversion;

import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.currency.Quote;
import dev.homeport.order.currency.Rates;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.Orders;
import dev.homeport.order.publication.Announcement;
import dev.homeport.order.publication.Publication;
import dev.homeport.order.returns.FreeReturn;
import dev.homeport.order.returns.FreeReturns;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Documents that wait for a rate: a group of them at a time, in the present transaction. */
@ApplicationScoped
class PendingDocuments {
  private final Orders orders;
  private final FreeReturns returns;
  private final ReferenceRates rates;
  private final Publication publication;
  private final CurrentTenant tenant;
  private final Clock clock;

  PendingDocuments(
      Orders orders,
      FreeReturns returns,
      ReferenceRates rates,
      Publication publication,
      CurrentTenant tenant,
      Clock clock) {
    this.orders = orders;
    this.returns = returns;
    this.rates = rates;
    this.publication = publication;
    this.tenant = tenant;
    this.clock = clock;
  }

  /**
   * What became of a group.
   *
   * @param last the highest identifier that was looked at
   * @param converted how many have found a rate
   */
  record Group(UUID last, int converted) {}

  /** The next group of orders; empty when there is none. */
  Optional<Group> orders(LocalDate from, LocalDate to, @Nullable UUID after, int size) {
    List<Order> found = orders.lockPending(from, to, size, after);
    Rates known = rates(found, order -> new Quote(order.day(), order.document().currency()));
    List<Order> converted =
        found.stream()
            .flatMap(
                order ->
                    known.on(order.day(), order.document().currency()).stream()
                        .map(rate -> order.converted(rate, clock)))
            .toList();
    orders.update(converted);
    publication.publish(
        converted.stream()
            .<Announcement>map(order -> new Announcement.OrderStands(order, OrderChange.CONVERTED))
            .toList());
    return group(found.stream().map(Order::id).toList(), converted.size());
  }

  /** The next group of free returns; empty when there is none. */
  Optional<Group> returns(LocalDate from, LocalDate to, @Nullable UUID after, int size) {
    List<FreeReturn> found = returns.lockPending(from, to, size, after);
    Rates known = rates(found, back -> new Quote(back.day(), back.document().currency()));
    List<FreeReturn> converted =
        found.stream()
            .flatMap(
                back ->
                    known.on(back.day(), back.document().currency()).stream()
                        .map(rate -> back.converted(rate, clock)))
            .toList();
    returns.update(converted);
    publication.publish(
        converted.stream()
            .<Announcement>map(back -> new Announcement.ReturnStands(back, ReturnChange.CONVERTED))
            .toList());
    return group(found.stream().map(FreeReturn::id).toList(), converted.size());
  }

  private <D> Rates rates(List<D> documents, Function<D, Quote> quote) {
    return rates.into(
        tenant.settings().reportingCurrency(),
        documents.stream().map(quote).collect(Collectors.toSet()));
  }

  /** PostgreSQL orders identifiers by their bytes, which is how their text is ordered. */
  private static Optional<Group> group(List<UUID> ids, int converted) {
    return ids.stream()
        .map(UUID::toString)
        .max(String::compareTo)
        .map(last -> new Group(UUID.fromString(last), converted));
  }
}
