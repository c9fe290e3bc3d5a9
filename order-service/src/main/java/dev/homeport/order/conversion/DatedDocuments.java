package dev.homeport.order.conversion;

import dev.homeport.order.contract.OrderChange;
import dev.homeport.order.contract.ReturnChange;
import dev.homeport.order.currency.Conversion;
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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents of some days, converted by the rates that are known now: a group of them at a time, in
 * the present transaction. One that keeps its rate, or for which none is known, stays as it is.
 */
@ApplicationScoped
class DatedDocuments {
  private final Orders orders;
  private final FreeReturns returns;
  private final ReferenceRates rates;
  private final Publication publication;
  private final CurrentTenant tenant;
  private final Clock clock;

  DatedDocuments(
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
   * Which documents.
   *
   * @param from the first day, where the tenant lives
   * @param to the last day
   * @param currency of the documents; null for all
   * @param pending whether only those without a rate
   */
  record Choice(LocalDate from, LocalDate to, @Nullable Currency currency, boolean pending) {}

  /**
   * What became of a group.
   *
   * @param last the highest identifier that was looked at
   * @param seen how many there were
   * @param converted how many have another rate now
   */
  record Group(UUID last, int seen, int converted) {}

  /** The next group of orders; empty when there is none. */
  Optional<Group> orders(Choice choice, @Nullable UUID after, int size) {
    List<Order> found =
        choice.pending()
            ? orders.lockPending(choice.from(), choice.to(), size, after)
            : orders.lockOfDays(choice.from(), choice.to(), choice.currency(), size, after);
    Rates known = rates(found, order -> new Quote(order.day(), order.document().currency()));
    List<Order> converted =
        found.stream()
            .flatMap(
                order ->
                    known.on(order.day(), order.document().currency()).stream()
                        .filter(rate -> differs(rate, order.conversion()))
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
  Optional<Group> returns(Choice choice, @Nullable UUID after, int size) {
    List<FreeReturn> found =
        choice.pending()
            ? returns.lockPending(choice.from(), choice.to(), size, after)
            : returns.lockOfDays(choice.from(), choice.to(), choice.currency(), size, after);
    Rates known = rates(found, back -> new Quote(back.day(), back.document().currency()));
    List<FreeReturn> converted =
        found.stream()
            .flatMap(
                back ->
                    known.on(back.day(), back.document().currency()).stream()
                        .filter(rate -> differs(rate, back.conversion()))
                        .map(rate -> back.converted(rate, clock)))
            .toList();
    returns.update(converted);
    publication.publish(
        converted.stream()
            .<Announcement>map(back -> new Announcement.ReturnStands(back, ReturnChange.CONVERTED))
            .toList());
    return group(found.stream().map(FreeReturn::id).toList(), converted.size());
  }

  /** Numbers from the database carry zeros at their end. */
  private static boolean differs(Conversion rate, @Nullable Conversion before) {
    return before == null
        || !rate.to().equals(before.to())
        || !rate.day().equals(before.day())
        || rate.fromPerEuro().compareTo(before.fromPerEuro()) != 0
        || rate.toPerEuro().compareTo(before.toPerEuro()) != 0;
  }

  private <D> Rates rates(List<D> documents, Function<D, Quote> quote) {
    Set<Quote> quotes = documents.stream().map(quote).collect(Collectors.toSet());
    return rates.into(tenant.settings().reportingCurrency(), quotes);
  }

  /** PostgreSQL orders identifiers by their bytes, which is how their text is ordered. */
  private static Optional<Group> group(List<UUID> ids, int converted) {
    return ids.stream()
        .map(UUID::toString)
        .max(String::compareTo)
        .map(last -> new Group(UUID.fromString(last), ids.size(), converted));
  }
}
