package dev.homeport.order.marketplace.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.intake.ReturnOutcome;
import dev.homeport.order.intake.rest.BuyerRequest;
import dev.homeport.order.intake.rest.Documents;
import dev.homeport.order.intake.rest.OrderRequest;
import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Effects;
import dev.homeport.order.marketplace.Outcome;
import dev.homeport.order.order.Address;
import dev.homeport.order.order.Attribution;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Cancellation;
import dev.homeport.order.order.CancellationDecision;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.ReturnDecision;
import dev.homeport.order.order.Submission;
import dev.homeport.order.returns.ReturnSubmission;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes effects on orders and returns, by the same rules as documents that callers send. */
@ApplicationScoped
class OrderEffects implements Effects {
  private static final String WHOLE = "";

  private final Documents documents;
  private final OrderIntake intake;
  private final ReturnIntake returns;
  private final Orders orders;
  private final OrderChanges changes;
  private final CurrentTenant tenant;

  OrderEffects(
      Documents documents,
      OrderIntake intake,
      ReturnIntake returns,
      Orders orders,
      OrderChanges changes,
      CurrentTenant tenant) {
    this.documents = documents;
    this.intake = intake;
    this.returns = returns;
    this.orders = orders;
    this.changes = changes;
    this.tenant = tenant;
  }

  @Override
  public Outcome take(String channel, Effect effect) {
    try {
      return switch (effect) {
        case Effect.Sale sale -> placed(documents.checked(request(channel, sale)), WHOLE);
        case Effect.OwnOrder(JsonNode document, String pointer) ->
            own(channel, document, pointer, text -> placed(documents.order(text, false), pointer));
        case Effect.OwnReturn(JsonNode document, String pointer) ->
            own(
                channel,
                document,
                pointer,
                text -> recorded(documents.freeReturn(text, false), pointer));
        case Effect.CalledOff calledOff -> calledOff(channel, calledOff);
        case Effect.GivenBack back -> givenBack(channel, back);
      };
    } catch (Problem problem) {
      return refused(problem, effect);
    }
  }

  private static Outcome refused(Problem problem, Effect effect) {
    String place =
        problem.errors().isEmpty() || problem.errors().getFirst().pointer() == null
            ? WHOLE
            : problem.errors().getFirst().pointer();
    String why =
        problem.errors().isEmpty()
            ? problem.detail()
            : problem.detail() + " " + place + " " + problem.errors().getFirst().detail();
    // A place in what was made of the body is no place in the body.
    String pointer =
        switch (effect) {
          case Effect.OwnOrder own -> own.pointer() + place;
          case Effect.OwnReturn own -> own.pointer() + place;
          case Effect.Sale _, Effect.CalledOff _, Effect.GivenBack _ -> WHOLE;
        };
    return new Outcome.Refused(problem.code().slug(), why.strip(), pointer, null);
  }

  private Outcome placed(Submission submission, String pointer) {
    String id = submission.key().externalId();
    return switch (intake.accept(List.of(submission), tenant.settings()).getFirst()) {
      case Decision.Accepted _, Decision.Revised _, Decision.Unchanged _, Decision.Ignored _ ->
          new Outcome.Done(id);
      case Decision.Conflict _ ->
          new Outcome.Refused(
              "order-conflict",
              "Another description of the order stands, of the same instant and state.",
              pointer,
              null);
      case Decision.BelowReturns _ ->
          new Outcome.Refused(
              "returned-more-than-ordered",
              "More has come back than this description of the order leaves.",
              pointer,
              id);
    };
  }

  private Outcome recorded(ReturnSubmission submission, String pointer) {
    return returns.accept(List.of(submission), tenant.settings()).getFirst()
            instanceof ReturnOutcome.Conflict
        ? new Outcome.Refused(
            "return-conflict", "Another return stands under this number.", pointer, null)
        : new Outcome.Done(null);
  }

  @FunctionalInterface
  private interface Taking {
    Outcome take(String document);
  }

  /** A document of ours may leave its channel out, and may not name another one. */
  private static Outcome own(String channel, JsonNode document, String pointer, Taking taking) {
    ObjectNode copy = document.deepCopy();
    String named = copy.path("channel").asText(channel);
    return named.equals(channel)
        ? taking.take(copy.put("channel", channel).toString())
        : new Outcome.Refused(
            "channel-differs", "The document names another channel.", pointer + "/channel", null);
  }

  private Outcome calledOff(String channel, Effect.CalledOff calledOff) {
    Optional<Order> order = find(channel, calledOff.order());
    if (order.isEmpty()) {
      return unknown(calledOff.order());
    }
    var cancellation = new Cancellation(calledOff.at(), calledOff.reason());
    return switch (changes.cancel(order.get().id(), cancellation).orElseThrow()) {
      case CancellationDecision.Done _, CancellationDecision.Already _ -> new Outcome.Done(null);
      case CancellationDecision.NotCancellable _ ->
          new Outcome.Moot("delivered-already", "The goods have arrived; the order stands.");
    };
  }

  private Outcome givenBack(String channel, Effect.GivenBack back) {
    Optional<Order> order = find(channel, back.order());
    if (order.isEmpty()) {
      return unknown(back.order());
    }
    if (!order.get().document().currency().equals(back.currency())) {
      return refused("currency-differs", "It is not in the currency of the order.", back);
    }
    Optional<LineReturn> known =
        order.get().returns().stream()
            .filter(one -> one.externalId().equals(back.externalId()))
            .findFirst();
    if (known.isPresent()) {
      return known.get().amount().compareTo(back.amount()) == 0
          ? new Outcome.Done(null)
          : refused("return-conflict", "It was told of with another amount.", back);
    }
    var recorded =
        new LineReturn(
            Ids.next(), back.externalId(), back.at(), back.amount(), back.reason(), back.lines());
    return outcome(changes.giveBack(order.get().id(), recorded).orElseThrow(), back);
  }

  private static Outcome outcome(ReturnDecision decision, Effect.GivenBack back) {
    return switch (decision) {
      case ReturnDecision.Recorded _, ReturnDecision.Known _ -> new Outcome.Done(null);
      case ReturnDecision.Conflict _ ->
          refused("return-conflict", "It was told of with other content.", back);
      case ReturnDecision.NotReturnable(var state) ->
          state.allowed().isEmpty()
              ? new Outcome.Moot(
                  "order-cancelled", "The order was called off: it is worth nothing.")
              : refused("not-paid-yet", "The order is not paid as far as we know.", back);
      case ReturnDecision.NoSuchLine _ ->
          refused("no-such-line", "The order has no such line.", back);
      case ReturnDecision.TooMany _ ->
          refused("return-exceeds-order", "More of a line would come back than was bought.", back);
      case ReturnDecision.TooMuch _ ->
          refused("return-exceeds-order", "More money would go back than was paid.", back);
    };
  }

  private static Outcome refused(String code, String detail, Effect.GivenBack back) {
    return new Outcome.Refused(code, detail, WHOLE, back.order());
  }

  private static Outcome unknown(String order) {
    return new Outcome.Refused(
        "order-unknown", "The order has not come in yet; it is tried again then.", WHOLE, order);
  }

  private Optional<Order> find(String channel, String order) {
    return orders.lock(List.of(new OrderKey(channel, order))).values().stream().findFirst();
  }

  private static OrderRequest request(String channel, Effect.Sale sale) {
    return new OrderRequest(
        channel,
        sale.externalId(),
        sale.placedAt(),
        sale.currency(),
        buyer(sale.buyer()),
        sale.lines().stream().map(OrderEffects::line).toList(),
        sale.total(),
        attribution(sale.attribution()),
        sale.status(),
        sale.revisedAt(),
        sale.attributes());
  }

  private static BuyerRequest buyer(Buyer buyer) {
    Address at = buyer.address();
    return new BuyerRequest(
        buyer.externalId(),
        buyer.email(),
        buyer.phone(),
        buyer.name(),
        at == null
            ? null
            : new BuyerRequest.AddressRequest(
                at.name(),
                at.line1(),
                at.line2(),
                at.city(),
                at.region(),
                at.postcode(),
                at.country()),
        buyer.country());
  }

  private static OrderRequest.LineRequest line(Line line) {
    return new OrderRequest.LineRequest(
        line.lineNo(),
        line.sku(),
        line.name(),
        line.category(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        line.tax(),
        line.kind());
  }

  private static OrderRequest.@Nullable AttributionRequest attribution(@Nullable Attribution from) {
    return from == null
        ? null
        : new OrderRequest.AttributionRequest(
            from.source(),
            from.medium(),
            from.campaign(),
            from.partnerId(),
            from.coupon(),
            from.referralCode(),
            from.costClass());
  }
}
