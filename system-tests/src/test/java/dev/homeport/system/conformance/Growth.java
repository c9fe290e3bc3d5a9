package dev.homeport.system.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** How one more item comes into a list. */
final class Growth {
  private static final LocalDate FIRST_DAY = LocalDate.of(2012, 1, 2);
  private static final AtomicInteger DAYS = new AtomicInteger();

  /** After the time of the documented example, which the world has begun with. */
  private static final Instant NEXT_YEAR = Instant.parse("2028-01-02T00:00:00Z");

  private static final AtomicInteger HOURS = new AtomicInteger();

  private Growth() {}

  /** Empty for a list that is not known here, or that nothing comes into. */
  static Optional<Runnable> of(World world, Operation list, Side side) {
    String service = list.document().service();
    return switch (list.id()) {
      case "listOrders", "listMemberEntries", "listMemberLots" ->
          Optional.of(() -> world.order(side, side.ids().get("externalId")));
      case "listMembers" -> Optional.of(() -> world.order(side, "b-" + UUID.randomUUID()));
      case "listCustomers" -> Optional.of(() -> world.perform("createCustomer", side));
      case "listIdentities" -> Optional.of(() -> link(world, side));
      case "listExchangeRates" -> Optional.of(() -> rate(world, side));
      case "listChannels" -> Optional.of(() -> world.perform("createChannel", side));
      case "listConsentPurposes", "listConsentStates" ->
          Optional.of(() -> world.perform("createConsentPurpose", side));
      case "listCustomerAttributes" ->
          Optional.of(() -> world.perform("declareCustomerAttribute", side));
      case "listSegments" -> Optional.of(() -> world.things().segment("static", side));
      case "listConsents" -> Optional.of(() -> consent(world, side));
      case "listPrivacyRequests" -> Optional.of(() -> world.perform("createPrivacyRequest", side));
      case "listIntake" -> Optional.of(() -> world.perform("receiveWebhook", side));
      case "listApiKeys" -> Optional.of(() -> world.perform("createApiKey", side));
      case "listTenants" -> Optional.of(() -> world.perform("createTenant", side));
      case "listWebhookEndpoints" ->
          Optional.of(() -> world.perform("createWebhookEndpoint", side));
      case "listWebhookDeliveries" -> Optional.of(() -> world.perform("sendTestWebhook", side));
      case "listDeadLetters" -> Optional.of(() -> world.deadLetters().poison(side, 1));
      case "listJobs" -> job(world, service, side);
      case "listMarketingSpend" -> Optional.of(() -> spend(world, side));
      case "listPriceObservations", "listPricePositions" -> Optional.of(() -> price(world, side));
      case "listAuditEntries" -> audited(world, service, side);
      default -> Optional.empty();
    };
  }

  private static Optional<Runnable> job(World world, String service, Side side) {
    if (service.equals("gateway")) {
      return Optional.of(() -> setClock(world, side));
    }
    return world.operations().stream()
        .filter(operation -> operation.document().service().equals(service))
        .filter(World::makesJob)
        .findFirst()
        .map(operation -> () -> world.done(world.call(operation, side)));
  }

  private static Optional<Runnable> audited(World world, String service, Side side) {
    return switch (service) {
      case "customer-service" -> Optional.of(() -> world.perform("createCustomer", side));
      case "order-service" -> Optional.of(() -> world.perform("cancelOrder", side));
      default -> job(world, service, side);
    };
  }

  /** Of another time than before: the same one again would change nothing. */
  private static void consent(World world, Side side) {
    Operation record = world.operation("recordConsent");
    ObjectNode said = (ObjectNode) Bodies.fresh(record);
    said.put(
        "at",
        Instant.parse("2020-01-01T00:00:00Z").plusSeconds(HOURS.incrementAndGet()).toString());
    Call call = world.call(record, side).at("id", side.ids().get("customers"));
    world.done(call.sending(said));
  }

  private static void spend(World world, Side side) {
    Operation put = world.operation("putMarketingSpend");
    ObjectNode spent = (ObjectNode) Bodies.fresh(put);
    world.done(world.call(put, side).sending(spent.put("channel", "c-" + UUID.randomUUID())));
  }

  private static void price(World world, Side side) {
    Operation put = world.operation("putPriceObservation");
    ObjectNode seen = (ObjectNode) Bodies.fresh(put);
    world.done(world.call(put, side).sending(seen.put("sku", "s-" + UUID.randomUUID())));
  }

  private static void link(World world, Side side) {
    Call call = world.call(world.operation("linkIdentity"), side);
    world.done(call.at("id", side.ids().get("customers")));
  }

  /** To another time than before: the same one again would change nothing. */
  private static void setClock(World world, Side side) {
    Call call = world.call(world.operation("setSandboxClock"), side);
    Instant now = NEXT_YEAR.plus(Duration.ofHours(HOURS.incrementAndGet()));
    world.done(call.sending("{\"now\": \"" + now + "\"}"));
  }

  private static void rate(World world, Side side) {
    Operation upload = world.operation("putExchangeRates");
    LocalDate day = FIRST_DAY.plusDays(DAYS.getAndIncrement());
    world.done(
        world
            .call(upload, side)
            .saying("Content-Type", "text/csv")
            .sending("Date,GBP,\n" + day + ",0.8353,\n"));
  }
}
