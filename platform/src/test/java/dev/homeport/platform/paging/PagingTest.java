package dev.homeport.platform.paging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestTenants;
import dev.homeport.platform.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PagingTest {
  private final UUID tenant = TestTenants.create();

  @Test
  void theLinksLeadThroughTheWholeList() {
    var rows = new ArrayList<Integer>();
    String path = "/v1/samples?limit=3&kind=plain";
    while (path != null) {
      Response page = get(tenant, path);
      page.then().statusCode(200);
      rows.addAll(page.path("items.row"));
      String link = page.header("Link");
      path = link == null ? null : link.replaceFirst("<(.*)>; rel=\"next\"", "$1");
    }
    assertThat(rows).isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void theLastPageHasNoCursorAlsoWhenItIsFull() {
    get(tenant, "/v1/samples?limit=7")
        .then()
        .body("items.row", contains(1, 2, 3, 4, 5, 6, 7))
        .body("nextCursor", nullValue())
        .header("Link", nullValue());
  }

  @Test
  void theLimitMayChangeBetweenPages() {
    String cursor = cursor("/v1/samples?limit=3");

    get(tenant, "/v1/samples?limit=1&cursor=" + cursor).then().body("items.row", contains(4));
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor = cursor("/v1/samples?limit=3&kind=plain");

    refused(get(tenant, "/v1/samples?limit=3&cursor=" + cursor));
    refused(get(tenant, "/v1/samples?kind=return-reversed&cursor=" + cursor));
    refused(get(TestTenants.create(), "/v1/samples?kind=plain&cursor=" + cursor));
  }

  @Test
  void aChangedCursorIsRefused() {
    String cursor = cursor("/v1/samples?limit=3");
    char last = cursor.charAt(cursor.length() - 2);
    String changed =
        cursor.substring(0, cursor.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + cursor.charAt(cursor.length() - 1);

    refused(get(tenant, "/v1/samples?cursor=" + changed));
    refused(get(tenant, "/v1/samples?cursor=AAAA"));
    refused(get(tenant, "/v1/samples?cursor=%C3%A4"));
  }

  private static void refused(Response response) {
    response.then().statusCode(400).body("code", equalTo("invalid-cursor"));
  }

  private String cursor(String path) {
    return get(tenant, path).path("nextCursor");
  }

  private static Response get(UUID caller, String path) {
    return given()
        .auth()
        .oauth2(TestTokens.token(caller, "orders:read"))
        .urlEncodingEnabled(false)
        .get(path);
  }
}
