package dev.homeport.order.intake.rest;

import dev.homeport.order.channel.Markets;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.DocumentRules;
import dev.homeport.order.order.Fault;
import dev.homeport.order.order.Fingerprint;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderProblem;
import dev.homeport.order.order.Submission;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnDocumentRules;
import dev.homeport.order.returns.ReturnSubmission;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.security.CurrentIdentity;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes submissions of documents as they are sent: the same rules for one, a batch, an import. */
@ApplicationScoped
public class Documents {
  private final JsonDocuments json;
  private final KeyedIds keyedIds;
  private final CurrentTenant tenant;
  private final CurrentIdentity caller;
  private final Markets markets;
  private final Clock clock;

  Documents(
      JsonDocuments json,
      KeyedIds keyedIds,
      CurrentTenant tenant,
      CurrentIdentity caller,
      Markets markets,
      Clock clock) {
    this.json = json;
    this.keyedIds = keyedIds;
    this.tenant = tenant;
    this.caller = caller;
    this.markets = markets;
    this.clock = clock;
  }

  /** Validates and takes an order document. */
  public Submission checked(OrderRequest request) {
    return order(request, false, caller.subject());
  }

  /** Reads and validates the JSON of an order document. */
  public Submission order(String text) {
    return order(json.read(text, OrderRequest.class), false, caller.subject());
  }

  /** Takes an order document whose fields are valid. */
  Submission order(OrderRequest request) {
    return sound(request, false, caller.subject());
  }

  /**
   * Takes an order document as it was read.
   *
   * @param by who sent it
   */
  Submission order(OrderRequest request, boolean backfill, @Nullable String by) {
    return sound(json.valid(request), backfill, by);
  }

  private Submission sound(OrderRequest request, boolean backfill, @Nullable String by) {
    Buyer buyer = request.buyer().toBuyer();
    UUID owner = tenant.id();
    String name = buyer.identityName(request.externalId());
    OrderDocument stated = request.toDocument(keyedIds.identity(owner, request.channel(), name));
    OrderDocument document = markets.of(request.channel()).map(stated::in).orElse(stated);
    refuse(DocumentRules.faults(document, clock.instant()));
    return new Submission(
        document,
        buyer,
        Fingerprint.of(document, keyed(owner, Fingerprint.of(buyer))),
        backfill,
        by);
  }

  /** Reads and validates the JSON of a return document. */
  public ReturnSubmission freeReturn(String text) {
    return freeReturn(json.read(text, ReturnRequest.class), false, caller.subject());
  }

  /** Takes a return document whose fields are valid. */
  ReturnSubmission freeReturn(ReturnRequest request) {
    return sound(request, false, caller.subject());
  }

  /**
   * Takes a return document as it was read.
   *
   * @param by who sent it
   */
  ReturnSubmission freeReturn(ReturnRequest request, boolean backfill, @Nullable String by) {
    return sound(json.valid(request), backfill, by);
  }

  private ReturnSubmission sound(ReturnRequest request, boolean backfill, @Nullable String by) {
    Buyer buyer = request.buyer().toBuyer();
    String fallback =
        request.orderExternalId() == null ? request.externalId() : request.orderExternalId();
    UUID identity = keyedIds.identity(tenant.id(), request.channel(), buyer.identityName(fallback));
    ReturnDocument stated = request.toDocument(identity);
    ReturnDocument document = markets.of(request.channel()).map(stated::in).orElse(stated);
    refuse(ReturnDocumentRules.faults(document, clock.instant()));
    return new ReturnSubmission(document, buyer, backfill, by);
  }

  /** What is stored tells nothing about the person to anyone without the deployment's secret. */
  private String keyed(UUID owner, String fingerprint) {
    return keyedIds.identity(owner, "buyer-fingerprint", fingerprint).toString();
  }

  private static void refuse(List<Fault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    Problem problem =
        Problem.of(
            OrderProblem.INVALID_DOCUMENT, "The document breaks " + faults.size() + " rule(s).");
    for (Fault fault : faults) {
      problem = problem.at(fault.pointer(), fault.message());
    }
    throw problem;
  }
}
