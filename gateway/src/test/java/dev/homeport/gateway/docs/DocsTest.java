package dev.homeport.gateway.docs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.homeport.gateway.testing.GatewayEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class DocsTest {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Test
  void thePageAndAllItsFilesAreHere() {
    String page =
        page().then().statusCode(200).contentType(startsWith("text/html")).extract().asString();
    List<String> links = links(page);

    assertThat(page).contains("<title>Homeport</title>", "name=\"viewport\"");
    assertThat(links)
        .contains("/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/docs.css")
        .allMatch(link -> link.startsWith("/") && !link.startsWith("//"));
    for (String link : links) {
      if (!link.startsWith("/q/")) {
        given().get(link).then().statusCode(200).body(not(equalTo("")));
      }
    }
    given().get("/docs/swagger-ui-bundle.js").then().contentType(startsWith("text/javascript"));
    given().get("/docs/icon.svg").then().contentType(startsWith("image/svg+xml"));
  }

  @Test
  void nothingElseGetsInOrOut() {
    String page = page().asString();
    assertThat(page)
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContain("style=", "http:", "https:");
    assertThat(page).doesNotContainPattern(" on[a-z]+=");
    for (String file : List.of("/docs", "/docs/docs.js", "/docs/swagger-ui-bundle.js")) {
      given()
          .get(file)
          .then()
          .header("Content-Security-Policy", containsString("default-src 'none'"))
          .header("Content-Security-Policy", containsString("script-src 'self';"))
          .header("Content-Security-Policy", containsString("connect-src 'self';"))
          .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
          .header("Content-Security-Policy", not(containsString("unsafe")))
          .header("X-Content-Type-Options", equalTo("nosniff"))
          .header("Referrer-Policy", equalTo("no-referrer"));
    }
    for (String file : List.of("/docs/docs.js", "/docs/docs.css")) {
      assertThat(given().get(file).asString()).as(file).doesNotContain("http:", "https:", "//cdn");
    }
  }

  @Test
  void thePageShowsTheDocumentOfThisGateway() {
    given().get("/docs/docs.js").then().body(containsString("url: \"/openapi.json\""));
    given().get("/openapi.json").then().statusCode(200);
  }

  @Test
  void thereIsNothingBesides() {
    for (String file :
        List.of("/docs/index.js", "/docs/swagger-ui.js", "/docs/application.properties")) {
      given().get(file).then().statusCode(404).body("code", equalTo("not-found"));
    }
    given().get("/webjars/swagger-ui/5.31.0/index.html").then().statusCode(404);
  }

  private static Response page() {
    return given().get("/docs");
  }

  private static List<String> links(String page) {
    var links = new ArrayList<String>();
    var matcher = LINK.matcher(page);
    while (matcher.find()) {
      links.add(matcher.group(1));
    }
    return links;
  }
}
