package dev.homeport.order.marketplace.generic;

import dev.homeport.order.marketplace.Effect;
import dev.homeport.order.marketplace.Mapped;
import dev.homeport.order.marketplace.Mapping;
import dev.homeport.order.marketplace.Part;
import dev.homeport.order.marketplace.Terms;
import dev.homeport.order.marketplace.Webhook;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Our own documents, for a storefront that can sign: an object with lists {@code orders} (as in
 * {@code POST /v1/orders}), {@code returns} (as in {@code POST /v1/returns}), {@code refunds} (of
 * an order, with {@code order}, {@code externalId}, {@code at}, {@code currency}, {@code amount},
 * {@code reason}) and {@code cancellations} ({@code order}, {@code at}, {@code reason}); see the
 * module's guide to the intake.
 */
public final class GenericMapping implements Mapping {
  private static final int REASON = 500;
  private static final List<String> LISTS =
      List.of("orders", "returns", "refunds", "cancellations");

  @Override
  public Mapped read(Webhook webhook, Terms terms) {
    Part body = Part.of(webhook.body()).object();
    body.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!LISTS.contains(name)) {
                throw body.at(name).unreadable("unknown-field", "There is no such field.");
              }
            });
    var effects = new ArrayList<Effect>();
    body.at("orders").each().forEach(one -> effects.add(ownOrder(one)));
    body.at("returns")
        .each()
        .forEach(one -> effects.add(new Effect.OwnReturn(one.object().node(), one.pointer())));
    body.at("refunds").each().forEach(one -> effects.add(refund(one, terms)));
    body.at("cancellations").each().forEach(one -> effects.add(cancellation(one)));
    return effects.isEmpty()
        ? new Mapped.Ignored("empty", "The body has nothing in it.")
        : new Mapped.Taken(effects);
  }

  private static Effect ownOrder(Part one) {
    return new Effect.OwnOrder(one.object().node(), one.pointer());
  }

  private static Effect refund(Part one, Terms terms) {
    return new Effect.GivenBack(
        one.at("order").needText(),
        one.at("externalId").needText(),
        one.at("at").needInstant(terms.zone()),
        one.at("currency").currency(terms),
        one.at("amount").needDecimal(),
        one.at("reason").text(REASON),
        List.of());
  }

  private static Effect cancellation(Part one) {
    return new Effect.CalledOff(
        one.at("order").needText(),
        one.at("at").needInstant(ZoneOffset.UTC),
        one.at("reason").text(REASON));
  }
}
