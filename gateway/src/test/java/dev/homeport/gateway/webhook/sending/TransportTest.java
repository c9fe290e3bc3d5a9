package dev.homeport.gateway.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.gateway.testing.FixedWebhookConfig;
import dev.homeport.gateway.webhook.Fault;
import dev.homeport.gateway.webhook.Target;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to an address that was looked at, under a name that nobody looks up again. */
class TransportTest {
  private static final String PASSWORD = "certificate";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<String> named = new AtomicReference<>();
  private final AtomicReference<String> host = new AtomicReference<>();
  private final AtomicInteger requests = new AtomicInteger();
  private PfxOptions certificate;
  private HttpServer server;

  @BeforeEach
  void listen(@TempDir Path directory)
      throws IOException, InterruptedException, ExecutionException {
    Path store = directory.resolve("store.p12");
    make(store);
    certificate = new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate))
            .requestHandler(
                request -> {
                  requests.incrementAndGet();
                  named.set(request.connection().indicatedServerName());
                  host.set(request.authority().toString());
                  request.response().end("hello");
                });
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
  }

  @AfterEach
  void close() throws ExecutionException, InterruptedException {
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void theServerIsToldTheNameAndTheAddressIsTheOneThatWasGiven() throws IOException {
    Answered answered = post("shop.test", new HttpClientOptions().setTrustOptions(certificate));

    assertThat(answered).isEqualTo(new Answered.Response(200, "hello", null));
    assertThat(named).hasValue("shop.test");
    assertThat(host).hasValue("shop.test:" + server.actualPort());
  }

  @Test
  void aCertificateForAnotherNameIsRefused() throws IOException {
    Answered answered = post("other.test", new HttpClientOptions().setTrustOptions(certificate));

    assertThat(answered).isEqualTo(new Answered.None(Fault.TLS));
    assertThat(requests).hasValue(0);
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws IOException {
    assertThat(post("shop.test", new HttpClientOptions())).isEqualTo(new Answered.None(Fault.TLS));
    assertThat(requests).hasValue(0);
  }

  @Test
  void whereNobodyListensThereIsNoConnection() throws IOException {
    int port = server.actualPort();
    server.close().toCompletionStage().toCompletableFuture().join();

    assertThat(post("shop.test", port, new HttpClientOptions()))
        .isEqualTo(new Answered.None(Fault.CONNECT));
  }

  private Answered post(String name, HttpClientOptions options) throws IOException {
    return post(name, server.actualPort(), options);
  }

  private Answered post(String name, int port, HttpClientOptions options) throws IOException {
    var transport = new Transport(vertx, new FixedWebhookConfig(List.of(), PATIENCE), options);
    var target = new Target.Open(true, name, port, "/hooks", InetAddress.getByName("127.0.0.1"));
    return transport.post(target, Map.of("content-type", "text/plain"), "body", PATIENCE);
  }

  private static void make(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "shop",
                "-keyalg",
                "EC",
                "-dname",
                "CN=shop.test",
                "-ext",
                "san=dns:shop.test",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }
}
