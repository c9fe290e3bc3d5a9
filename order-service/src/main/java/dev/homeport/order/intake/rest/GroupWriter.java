package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.rest.OrderGate.Answer;
import dev.homeport.order.intake.rest.OrderGate.Entry;
import dev.homeport.order.order.Decision;
import dev.homeport.order.order.Order;
import dev.homeport.order.order.Submission;
import dev.homeport.order.order.rest.OrderView;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.idempotency.Claim;
import dev.homeport.platform.idempotency.IdempotencyKeys;
import dev.homeport.platform.idempotency.KeyedRequest;
import dev.homeport.platform.idempotency.StoredAnswer;
import dev.homeport.platform.problem.Problem;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Writes a group of single orders in one transaction, and gives each its answer. */
@ApplicationScoped
class GroupWriter {
  private final OrderIntake intake;
  private final IdempotencyKeys keys;
  private final CurrentTenant tenant;
  private final ObjectMapper json;

  GroupWriter(OrderIntake intake, IdempotencyKeys keys, CurrentTenant tenant, ObjectMapper json) {
    this.intake = intake;
    this.keys = keys;
    this.tenant = tenant;
    this.json = json;
  }

  /** A group that fails is written again one by one, so that only the culprit fails. */
  void write(List<Entry> group) {
    List<Runnable> deliveries;
    try {
      deliveries =
          tenant.call(
              group.getFirst().tenant(),
              () -> QuarkusTransaction.requiringNew().call(() -> transact(group)));
    } catch (RuntimeException e) {
      if (group.size() == 1 || databaseIsAway(e)) {
        group.forEach(entry -> entry.answer().completeExceptionally(e));
      } else {
        group.forEach(entry -> write(List.of(entry)));
      }
      return;
    }
    deliveries.forEach(Runnable::run);
  }

  /** Does the work; what it returns tells the callers, once the transaction has committed. */
  private List<Runnable> transact(List<Entry> group) {
    List<Claim> claims = keys.claim(group.stream().map(Entry::request).toList());
    List<Runnable> deliveries = new ArrayList<>();
    List<Entry> fresh = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      Entry entry = group.get(i);
      switch (claims.get(i)) {
        case Claim.Fresh _ -> fresh.add(entry);
        case Claim.Answered(StoredAnswer answer) -> deliveries.add(tell(entry, answer, true));
        case Claim.Reused reused -> deliveries.add(refuse(entry, reused.problem()));
        case Claim.InFlight inFlight -> deliveries.add(refuse(entry, inFlight.problem()));
      }
    }
    if (!fresh.isEmpty()) {
      accept(fresh, deliveries);
    }
    return deliveries;
  }

  private void accept(List<Entry> fresh, List<Runnable> deliveries) {
    List<Submission> submissions = fresh.stream().map(Entry::submission).toList();
    List<Decision> decisions = intake.accept(submissions, tenant.settings());
    List<KeyedRequest> requests = new ArrayList<>();
    List<StoredAnswer> answers = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      Entry entry = fresh.get(i);
      Optional<Problem> refusal = Refusals.of(decisions.get(i));
      if (refusal.isPresent()) {
        deliveries.add(refuse(entry, refusal.get()));
      } else {
        StoredAnswer answer = answer(decisions.get(i));
        requests.add(entry.request());
        answers.add(answer);
        deliveries.add(tell(entry, answer, false));
      }
    }
    if (!requests.isEmpty()) {
      keys.store(requests, answers);
    }
  }

  private static Runnable tell(Entry entry, StoredAnswer answer, boolean replayed) {
    return () -> entry.answer().complete(new Answer(answer, replayed));
  }

  private static Runnable refuse(Entry entry, Problem problem) {
    return () -> entry.answer().completeExceptionally(problem);
  }

  private StoredAnswer answer(Decision decision) {
    Order order = decision.order();
    var headers = new HashMap<String, String>();
    headers.put(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    headers.put(HttpHeaders.ETAG, "\"" + order.version() + "\"");
    boolean created = decision instanceof Decision.Accepted;
    if (created) {
      headers.put(HttpHeaders.LOCATION, "/v1/orders/" + Ids.show("ord", order.id()));
    }
    try {
      return new StoredAnswer(
          created ? 201 : 200, headers, json.writeValueAsString(OrderView.from(order)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An order has no JSON", e);
    }
  }

  /** Trying one by one would only make everybody wait. */
  private static boolean databaseIsAway(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57");
      }
    }
    return false;
  }
}
