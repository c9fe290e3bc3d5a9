package dev.homeport.analytics.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.analytics.Books;
import dev.homeport.analytics.browser.Chromium;
import dev.homeport.analytics.browser.Tab;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report as people see it; the images lie in {@code target/report}. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class CustomerBaseBrowserTest {
  private static final int PHONE = 360;
  private static final Path IMAGES = Path.of("target/report");
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b");
  private static Optional<Chromium> browser = Optional.empty();

  @TestHTTPResource("/v1/reports/customer-base")
  URL address;

  @Inject Books books;
  private UUID tenant = UUID.randomUUID();
  private String page = "";

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    browser = Chromium.start(IMAGES);
    assumeTrue(
        browser.isPresent(), "No Chromium here, and none can be installed: nobody looks at pages");
  }

  @AfterAll
  static void stop() {
    browser.ifPresent(Chromium::close);
  }

  @Test
  void it_reads_on_a_phone_and_on_a_desktop_by_day_and_by_night() {
    Shop shop = shop("EUR", "Europe/Berlin");
    shop.open(books, Shop.present(250, 60), 250);
    shop.spend("Paid search", "450");
    shop.spend("Partners", "120.50");
    shop.foresee();
    shop.segment("loyal", "Those who came at least three times", "orders.count >= 3");
    shop.segment("rich", "Big baskets", "orders.net > 100");
    page = address.toString();
    for (String scheme : List.of("light", "dark")) {
      for (int width : new int[] {PHONE, 1280}) {
        Tab tab = tab().medium("screen", scheme).screen(width, 800, width < 600);
        JsonNode seen = look(tab);
        tab.photograph(
            IMAGES.resolve("%s-%s.png".formatted(width < 600 ? "phone" : "desktop", scheme)));
        String where = scheme + " at " + width;
        nothingIsWrong(seen, where, width);
        assertThat(seen.get("scrolling")).as("tables to be scrolled, " + where).isEmpty();
        assertThat(seen.at("/sections").findValuesAsText("id"))
            .containsExactly(
                "summary",
                "actions",
                "groups",
                "value",
                "moves",
                "cohorts",
                "acquisition",
                "segments");
        assertThat(seen.get("background").asText())
            .as(where)
            .isEqualTo(scheme.equals("dark") ? "rgb(14, 23, 30)" : "rgb(246, 249, 251)");
        assertThat(tab.requests()).as("all that is fetched").containsExactly(page);
        assertThat(tab.complaints()).isEmpty();
      }
    }
  }

  @Test
  void it_prints_on_a_few_pages_of_white_paper() {
    shop("EUR", "Europe/Berlin").open(books, Shop.history(100, 60, 2), 100);
    Tab tab = tab().medium("print", "dark").screen(688, 971, false);
    JsonNode seen = look(tab);

    byte[] pdf = tab.print(IMAGES.resolve("report.pdf"));

    nothingIsWrong(seen, "print", 688);
    assertThat(seen.get("background").asText()).isEqualTo("rgb(255, 255, 255)");
    long pages = PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
    assertThat(pages).isBetween(2L, 8L);
  }

  @Test
  void large_amounts_break_nothing() {
    shop("JPY", "Asia/Tokyo").open(books, Shop.history(40, 9e11, 0), 40);

    Tab tab = tab().medium("screen", "light").screen(PHONE, 800, true);
    nothingIsWrong(look(tab), "large amounts", PHONE);
    tab.photograph(IMAGES.resolve("phone-large.png"));
  }

  @Test
  void nobody_yet_is_a_page_too() {
    shop("EUR", "Europe/Berlin");

    nothingIsWrong(look(tab().medium("screen", "light").screen(PHONE, 800, true)), "empty", PHONE);
  }

  private static void nothingIsWrong(JsonNode seen, String where, int width) {
    assertThat(seen.get("width").asInt()).as("width, " + where).isEqualTo(width);
    assertThat(seen.get("scrollWidth").asInt()).as("content, " + where).isLessThanOrEqualTo(width);
    seen.get("sections")
        .forEach(
            section -> assertThat(section.get("shown").asBoolean()).as(section + where).isTrue());
    for (String fault :
        List.of("hidden", "beyond", "clipped", "faint", "collisions", "tiny", "outside")) {
      assertThat(seen.get(fault)).as(fault + ", " + where).isEmpty();
    }
  }

  private JsonNode look(Tab tab) {
    tab.go(page);
    try (var script = CustomerBaseBrowserTest.class.getResourceAsStream("/browser/look.js")) {
      return tab.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A merchant, looked at from a day of the past. */
  private Shop shop(String currency, String zone) {
    tenant = TestTenants.create(currency, zone);
    page = address + "?asOf=2026-03-02";
    return new Shop(tenant);
  }

  private Tab tab() {
    return browser
        .orElseThrow()
        .tab()
        .saying("Authorization", "Bearer " + new Shop(tenant).token());
  }
}
