package dev.homeport.gateway.overview;

import dev.homeport.gateway.route.Match;
import dev.homeport.gateway.upstream.Trial;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One question to a service. */
final class Call {
  private final Future<Answer> answer;
  private @Nullable HttpClientRequest request;
  private @Nullable Trial trial;
  private boolean ended;

  Call(Services services, String target, String authorization) {
    this.answer =
        services.find(target) instanceof Match.Found(var route)
            ? services
                .begin(route)
                .map(trial -> ask(services, trial, target, authorization))
                .orElseGet(Call::unreachable)
            : unreachable();
  }

  private Future<Answer> ask(Services services, Trial begun, String target, String authorization) {
    trial = begun;
    return services
        .open(begun, target)
        .onFailure(_ -> begun.lost())
        .compose(opened -> send(opened, begun, authorization), _ -> unreachable())
        .onComplete(_ -> begun.end());
  }

  /** Never fails. */
  Future<Answer> answer() {
    return answer;
  }

  /** Nobody waits for the answer any more. */
  void end() {
    ended = true;
    if (trial != null) {
      trial.end();
    }
    if (request != null && !answer.isComplete()) {
      request.reset();
    }
  }

  private Future<Answer> send(HttpClientRequest opened, Trial begun, String authorization) {
    request = opened;
    // What fails is told by the futures; without a handler it would be logged besides.
    opened.exceptionHandler(_ -> {});
    if (ended) {
      opened.reset();
      return unreachable();
    }
    return opened
        .putHeader(HttpHeaders.AUTHORIZATION, authorization)
        .putHeader(HttpHeaders.ACCEPT, "application/json")
        .send()
        .onSuccess(response -> begun.answered(response.statusCode()))
        .onFailure(_ -> begun.lost())
        .compose(Call::read)
        .otherwise(_ -> Answer.brokenOff());
  }

  private static Future<Answer> read(HttpClientResponse response) {
    String location = response.getHeader(HttpHeaders.LOCATION);
    return response
        .body()
        .map(body -> new Answer(response.statusCode(), body, location == null ? "" : location));
  }

  private static Future<Answer> unreachable() {
    return Future.succeededFuture(Answer.unreachable());
  }
}
