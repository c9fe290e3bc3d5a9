package dev.homeport.gateway.overview;

import dev.homeport.gateway.route.Match;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** One question to a service. */
final class Call {
  private final Future<Answer> answer;
  private @Nullable HttpClientRequest request;
  private boolean ended;

  Call(Services services, String target, String authorization) {
    this.answer =
        services.find(target) instanceof Match.Found(var route)
            ? services
                .open(route.service(), target)
                .compose(opened -> send(opened, authorization), _ -> unreachable())
            : unreachable();
  }

  /** Never fails. */
  Future<Answer> answer() {
    return answer;
  }

  /** Nobody waits for the answer any more. */
  void end() {
    ended = true;
    if (request != null && !answer.isComplete()) {
      request.reset();
    }
  }

  private Future<Answer> send(HttpClientRequest opened, String authorization) {
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
