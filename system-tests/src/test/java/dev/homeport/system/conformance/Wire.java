package dev.homeport.system.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The connection to the gateway; counts the answers. */
final class Wire {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();
  private final AtomicLong answers = new AtomicLong();
  private final String address;

  Wire(String address) {
    this.address = address;
  }

  Answer send(Call call) {
    var request =
        HttpRequest.newBuilder(URI.create(address + call.target()))
            .timeout(LIMIT)
            .method(call.verb(), publisher(call));
    call.headers().forEach(request::header);
    if (call.token() != null) {
      request.header("Authorization", "Bearer " + call.token());
    }
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      answers.incrementAndGet();
      return new Answer(call, response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(call.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How many answers have come so far. */
  long answers() {
    return answers.get();
  }

  private static BodyPublisher publisher(Call call) {
    return call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body());
  }
}
