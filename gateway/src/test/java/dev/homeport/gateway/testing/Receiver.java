package dev.homeport.gateway.testing;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a merchant has events sent to: any number of addresses, each with its way of answering. */
public final class Receiver implements AutoCloseable {
  private static final String ADDRESS = "homeport.test.receiver";

  private final Peer peer = Peer.at(ADDRESS).otherwise(this::take);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Map<String, BiConsumer<HttpServerRequest, Received>> answers =
      new ConcurrentHashMap<>();

  private Receiver() {}

  /** A request as it came. */
  public record Received(String path, Map<String, String> headers, String body) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** Whether the signature is that of a secret. */
    public boolean signedWith(String secret) {
      return StandardWebhook.verifies(
          secret,
          header("webhook-id"),
          header("webhook-timestamp"),
          header("webhook-signature"),
          body);
    }
  }

  public static Receiver start() {
    return new Receiver();
  }

  /** The URL of a path. */
  public static String url(String path) {
    return ConfigProvider.getConfig().getValue(ADDRESS, String.class) + path;
  }

  /** Answers with a status. */
  public Receiver on(String path, int status) {
    return on(path, (request, _) -> request.response().setStatusCode(status).end("so it is"));
  }

  /** Answers as it will. */
  public Receiver on(String path, BiConsumer<HttpServerRequest, Received> answer) {
    answers.put(path, answer);
    return this;
  }

  /** What has come to a path, in its order. */
  public List<Received> at(String path) {
    var at = new ArrayList<Received>();
    for (Received each : received) {
      if (each.path().equals(path)) {
        at.add(each);
      }
    }
    return at;
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              var headers = new ConcurrentHashMap<String, String>();
              request
                  .headers()
                  .forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
              var one = new Received(request.path(), headers, body.toString());
              received.add(one);
              answers
                  .getOrDefault(request.path(), (r, _) -> r.response().setStatusCode(204).end())
                  .accept(request, one);
            });
  }

  @Override
  public void close() {
    peer.close();
  }
}
