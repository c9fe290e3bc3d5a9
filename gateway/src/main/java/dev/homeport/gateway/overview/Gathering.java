package dev.homeport.gateway.overview;

import dev.homeport.gateway.overview.Missing.Reason;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One overview while its parts come in. Lives on the event loop of the request. The bodies of the
 * services go into the answer as they are.
 */
final class Gathering {
  private static final int OK = 200;
  private static final Set<Integer> MOVED = Set.of(301, 307, 308);
  private static final Pattern CUSTOMER = Pattern.compile("cus_[0-9a-f-]{36}");

  private final Services services;
  private final String customer;
  private final String authorization;
  private final Map<Part, Buffer> found = new LinkedHashMap<>();
  private final Map<Part, Reason> missing = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final Promise<Outcome> outcome = Promise.promise();

  Gathering(Services services, String customer, String authorization) {
    this.services = services;
    this.customer = customer;
    this.authorization = authorization;
  }

  /**
   * @param scopes that the caller's token has
   */
  Future<Outcome> begin(Set<String> scopes) {
    long timer = services.later(this::expired);
    for (Part part : Part.ALL) {
      if (!scopes.contains(part.scope())) {
        missing.put(part, Reason.SCOPE_MISSING);
      } else if (!part.perIdentity()) {
        ask(part, "").onSuccess(answer -> take(part, answer));
      }
    }
    return outcome.future().onComplete(_ -> end(timer));
  }

  private Future<Answer> ask(Part part, String identity) {
    var call = new Call(services, part.target(customer, identity), authorization);
    calls.add(call);
    return call.answer();
  }

  private void take(Part part, Answer answer) {
    if (outcome.future().isComplete()) {
      return;
    }
    if (answer.status() == OK) {
      found.put(part, answer.body());
    } else if (part.equals(Part.PROFILE) && answer.status() == 404) {
      outcome.complete(new Outcome.NoCustomer());
      return;
    } else if (part.equals(Part.PROFILE) && MOVED.contains(answer.status())) {
      moved(answer.location());
      return;
    } else {
      missing.put(part, Reason.of(answer.status()));
    }
    if (part.equals(Part.IDENTITIES)) {
      askForEach();
    }
    finishIfComplete();
  }

  private void moved(String location) {
    var survivor = CUSTOMER.matcher(location);
    if (survivor.find()) {
      outcome.complete(new Outcome.Moved(survivor.group()));
    } else {
      missing.put(Part.PROFILE, Reason.FAILED);
      finishIfComplete();
    }
  }

  /** What belongs to identities can be asked when these are known. */
  private void askForEach() {
    for (Part part : Part.ALL) {
      if (part.perIdentity() && !missing.containsKey(part)) {
        Buffer identities = found.get(Part.IDENTITIES);
        if (identities == null) {
          missing.put(part, missing.getOrDefault(Part.IDENTITIES, Reason.FAILED));
        } else {
          askForEach(part, identities);
        }
      }
    }
  }

  private void askForEach(Part part, Buffer identities) {
    try {
      List<Future<Answer>> answers =
          services.identities(identities).stream().map(identity -> ask(part, identity)).toList();
      Future.all(answers).onSuccess(all -> take(part, services.newest(all.<Answer>list())));
    } catch (IOException _) {
      missing.put(part, Reason.FAILED);
    }
  }

  private void expired() {
    for (Part part : Part.ALL) {
      if (!found.containsKey(part)) {
        missing.putIfAbsent(part, Reason.TIMED_OUT);
      }
    }
    finishIfComplete();
  }

  private void finishIfComplete() {
    if (found.size() + missing.size() == Part.ALL.size()) {
      outcome.tryComplete(found.isEmpty() ? new Outcome.Nothing() : new Outcome.Gathered(json()));
    }
  }

  private Buffer json() {
    Buffer json = Buffer.buffer(4_096).appendString("{\"customerId\":\"" + customer + '"');
    for (Part part : Part.ALL) {
      Buffer body = found.get(part);
      if (body != null) {
        json.appendString(",\"" + part.name() + "\":").appendBuffer(body);
      }
    }
    return json.appendString(",\"missing\":")
        .appendBuffer(services.json(missing()))
        .appendString("}");
  }

  private List<Missing> missing() {
    return Part.ALL.stream()
        .filter(missing::containsKey)
        .map(part -> Missing.of(part, missing.getOrDefault(part, Reason.FAILED)))
        .toList();
  }

  private void end(long timer) {
    services.cancel(timer);
    calls.forEach(Call::end);
  }
}
