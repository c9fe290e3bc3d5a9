package dev.homeport.analytics.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** One page of a browser. */
public final class Tab {
  /** Pixels of the screen for one of the page. */
  private static final double PIXELS = 2;

  /** Many programs show no image that is higher. */
  private static final double MOST_PIXELS = 16_000;

  private static final Duration LOADED = Duration.ofSeconds(20);

  private final DevTools tools;
  private final String session;

  private Tab(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
  }

  static Tab open(DevTools tools) {
    String target =
        tools
            .send("", "Target.createTarget", Map.of("url", "about:blank"))
            .get("targetId")
            .textValue();
    String session =
        tools
            .send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .textValue();
    var tab = new Tab(tools, session);
    for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
      tab.send(domain + ".enable", Map.of());
    }
    return tab;
  }

  /** Sends a header with every request. */
  public Tab saying(String header, String value) {
    send("Network.setExtraHTTPHeaders", Map.of("headers", Map.of(header, value)));
    return this;
  }

  /** A screen of this width. */
  public Tab screen(int width, int height, boolean phone) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", PIXELS, "mobile", phone));
    return this;
  }

  /** Shows it as a screen or on paper, to people who like it dark or light. */
  public Tab medium(String medium, String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /** Goes to an address and waits until all of it is there. */
  public Tab go(String address) {
    int before = tools.events(session, "Page.loadEventFired").size();
    JsonNode gone = send("Page.navigate", Map.of("url", address));
    if (gone.has("errorText")) {
      throw new IllegalStateException(address + ": " + gone.get("errorText"));
    }
    await()
        .atMost(LOADED)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> tools.events(session, "Page.loadEventFired").size() > before);
    return this;
  }

  /** What an expression comes to in the page. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.get("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  /** The addresses that the page has asked for. */
  public List<String> requests() {
    return tools.events(session, "Network.requestWillBeSent").stream()
        .map(event -> event.at("/request/url").asText())
        .toList();
  }

  /** What the browser complains of: a broken policy, a failed request. */
  public List<String> complaints() {
    return tools.events(session, "Log.entryAdded").stream()
        .map(event -> event.at("/entry/text").asText())
        .toList();
  }

  /** All of the page as an image, from the top to the bottom. */
  public void photograph(Path png) {
    JsonNode size = send("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    double scale = Math.min(1, MOST_PIXELS / PIXELS / size.get("height").asDouble());
    Map<String, ?> whole =
        Map.of(
            "x",
            0,
            "y",
            0,
            "width",
            size.get("width"),
            "height",
            size.get("height"),
            "scale",
            scale);
    write(
        png,
        send(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", whole)));
  }

  /** The page as it comes out of a printer that is told nothing but to print. */
  public byte[] print(Path pdf) {
    return write(pdf, send("Page.printToPDF", Map.of("preferCSSPageSize", true)));
  }

  private static byte[] write(Path file, JsonNode answer) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      byte[] bytes = Base64.getDecoder().decode(answer.get("data").textValue());
      Files.write(file, bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode send(String method, Map<String, ?> parameters) {
    return tools.send(session, method, parameters);
  }
}
