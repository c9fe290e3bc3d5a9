package dev.homeport.gateway.webhook.sending;

import dev.homeport.gateway.webhook.Fault;
import dev.homeport.gateway.webhook.Target;
import dev.homeport.gateway.webhook.WebhookConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to exactly the address that was looked at. To the server, in the request and for TLS, it is
 * the host's name. Every request has a connection of its own; no redirect is followed; of an answer
 * the first four KiB are read.
 */
@ApplicationScoped
class Transport {
  private static final int ANSWER_BYTES = 4 << 10;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final HttpClient client;

  @Inject
  Transport(Vertx vertx, WebhookConfig config) {
    this(vertx, config, new HttpClientOptions());
  }

  /** With other options, for example whom to trust. */
  Transport(Vertx vertx, WebhookConfig config, HttpClientOptions options) {
    client =
        vertx.createHttpClient(
            options
                .setKeepAlive(false)
                .setPipelining(false)
                .setForceSni(true)
                .setVerifyHost(true)
                .setConnectTimeout((int) Math.min(CONNECT.toMillis(), config.timeout().toMillis()))
                .setMaxHeaderSize(16 << 10),
            new PoolOptions().setHttp1MaxSize(config.maxInFlight()));
  }

  /** Sends a body, and waits for the answer until the time is over. */
  Answered post(Target.Open target, Map<String, String> headers, String body, Duration most) {
    var attempt = new Attempt();
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(
                SocketAddress.inetSocketAddress(
                    new InetSocketAddress(target.address(), target.port())))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.tls())
            .setURI(target.path())
            .setFollowRedirects(false);
    headers.forEach(options::putHeader);
    Future<Answered> answer =
        client.request(options).compose(request -> attempt.send(request, body));
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      return new Answered.None(attempt.fault(e.getCause()));
    } catch (TimeoutException _) {
      attempt.giveUp();
      return new Answered.None(Fault.TIMEOUT);
    } catch (InterruptedException _) {
      attempt.giveUp();
      Thread.currentThread().interrupt();
      return new Answered.None(Fault.BROKEN_OFF);
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** One request: what was given up is not sent later, when its connection comes after all. */
  private static final class Attempt {
    private boolean over;
    private volatile boolean sent;
    private @Nullable HttpClientRequest request;

    private synchronized Future<Answered> send(HttpClientRequest ours, String body) {
      request = ours;
      if (over) {
        ours.reset();
        return Future.failedFuture("given up");
      }
      sent = true;
      return ours.send(Buffer.buffer(body)).compose(Attempt::read);
    }

    private synchronized void giveUp() {
      over = true;
      if (request != null) {
        request.reset();
      }
    }

    private Fault fault(@Nullable Throwable cause) {
      for (Throwable each = cause; each != null; each = each.getCause()) {
        if (each instanceof SSLException) {
          return Fault.TLS;
        }
        if (each instanceof io.netty.channel.ConnectTimeoutException) {
          return Fault.TIMEOUT;
        }
      }
      return sent ? Fault.BROKEN_OFF : Fault.CONNECT;
    }

    private static Future<Answered> read(HttpClientResponse response) {
      Promise<Answered> whole = Promise.promise();
      Buffer begun = Buffer.buffer();
      response.exceptionHandler(whole::tryFail);
      response.endHandler(_ -> whole.tryComplete(answered(response, begun)));
      response.handler(
          part -> {
            begun.appendBuffer(part, 0, Math.min(part.length(), ANSWER_BYTES - begun.length()));
            if (begun.length() >= ANSWER_BYTES && whole.tryComplete(answered(response, begun))) {
              response.request().reset();
            }
          });
      return whole.future();
    }

    private static Answered answered(HttpClientResponse response, Buffer body) {
      return new Answered.Response(
          response.statusCode(),
          body.toString(StandardCharsets.UTF_8).replace("\0", ""),
          RetryAfter.of(response.statusCode(), response.getHeader("retry-after"), Instant.now()));
    }
  }
}
