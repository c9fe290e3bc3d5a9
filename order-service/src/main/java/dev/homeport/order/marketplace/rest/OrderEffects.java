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
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.FactDecision;
import dev.homeport.order.order.Held;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Orders;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.Step;
import dev.homeport.order.order.StepKind;
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
            own(channel, document, pointer, text -> placed(documents.order(text), pointer));
        case Effect.OwnReturn(JsonNode document, String pointer) ->
            own(channel, document, pointer, text -> recorded(documents.freeReturn(text), pointer));
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
    var step =
        new Step(
            StepKind.CANCELLATION,
            calledOff.at(),
            null,
            null,
            null,
            calledOff.reason(),
            changes.now());
    var key = new OrderKey(channel, calledOff.order());
    return switch (changes.take(key, new SourceFact.Stepped(step))) {
      case FactDecision.Waiting _ -> new Outcome.Done(null);
      case FactDecision.Taken(Order order) -> calledOff(order);
      case FactDecision.Known(Order order) -> calledOff(order);
      case FactDecision.Kept(Order order, Held _) -> calledOff(order);
      case FactDecision.Conflict(Order order, LineReturn _) -> calledOff(order);
    };
  }

  private static Outcome calledOff(Order order) {
    return order.state().status() == OrderStatus.CANCELLED
        ? new Outcome.Done(null)
        : new Outcome.Moot("delivered-already", "The goods have arrived; the order stands.");
  }

  private Outcome givenBack(String channel, Effect.GivenBack back) {
    Optional<Order> order = find(channel, back.order());
    if (order.isPresent() && !order.get().document().currency().equals(back.currency())) {
      return refused("currency-differs", "It is not in the currency of the order.", back);
    }
    var said =
        new LineReturn(
            Ids.next(), back.externalId(), back.at(), back.amount(), back.reason(), back.lines());
    var key = new OrderKey(channel, back.order());
    // Where the order is not there, nobody can say yet whether it has that currency.
    var told = new SourceFact.Returned(order.isEmpty() ? said.in(back.currency()) : said);
    return switch (changes.take(key, told)) {
      case FactDecision.Taken _ -> new Outcome.Done(null);
      case FactDecision.Known(Order known) -> standing(known, back);
      case FactDecision.Kept(Order _, Held why) -> held(why, back);
      case FactDecision.Conflict(Order _, LineReturn known) ->
          known.amount().compareTo(back.amount()) == 0
              ? new Outcome.Done(null)
              : refused("return-conflict", "It was told of with another amount.", back);
      case FactDecision.Waiting _ -> unknown(back.order());
    };
  }

  /** Whether a return that is known counts by now. */
  private static Outcome standing(Order order, Effect.GivenBack back) {
    return order.returnBook().entries().stream()
        .filter(entry -> entry.back().externalId().equals(back.externalId()))
        .findFirst()
        .flatMap(entry -> Optional.ofNullable(entry.held()))
        .map(why -> held(why, back))
        .orElseGet(() -> new Outcome.Done(null));
  }

  /** The order keeps the return and counts it as soon as it can; until then people should know. */
  private static Outcome held(Held why, Effect.GivenBack back) {
    return switch (why) {
      case REVERSED -> new Outcome.Moot("return-reversed", "Somebody said it was a mistake.");
      case ORDER_CANCELLED ->
          new Outcome.Moot("order-cancelled", "The order was called off: it is worth nothing.");
      case ORDER_NOT_PAID ->
          refused("not-paid-yet", "The order is not paid as far as we know.", back);
      case OTHER_CURRENCY ->
          refused("currency-differs", "It is not in the currency of the order.", back);
      case NUMBER_TAKEN ->
          refused("return-conflict", "Another return stands under this number.", back);
      case NO_SUCH_LINE -> refused("no-such-line", "The order has no such line.", back);
      case QUANTITY_EXCEEDS_LINE ->
          refused("return-exceeds-order", "More of a line would come back than was bought.", back);
      case AMOUNT_EXCEEDS_ORDER ->
          refused("return-exceeds-order", "More money would go back than was paid.", back);
    };
  }

  private static Outcome refused(String code, String detail, Effect.GivenBack back) {
    return new Outcome.Refused(code, detail, WHOLE, back.order());
  }

  private static Outcome unknown(String order) {
    return new Outcome.Refused(
        "order-unknown",
        "The order has not come in yet; it counts as soon as it has.",
        WHOLE,
        order);
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
        null,
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
