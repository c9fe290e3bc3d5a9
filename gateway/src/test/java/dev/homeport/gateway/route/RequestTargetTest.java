package dev.homeport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/orders",
        "/v1/orders/ord_1?channel=shop-de&externalId=a%2Fb",
        "/v1/orders/a%20b",
        "/v1/orders/a.b/..c",
        "/v1/orders?path=../x&y=//z;v=1"
      })
  void plainPathsAreAccepted(String target) {
    assertThat(RequestTarget.fault(target)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "http://example.org/v1/orders",
        "/v1/../q/metrics",
        "/v1/orders/..",
        "/v1/./orders",
        "/v1/%2e%2e/q/metrics",
        "/v1/.%2E/q/metrics",
        "/v1/orders%2F..%2Fq",
        "/v1/orders%5c..",
        "/v1\\orders",
        "/v1/orders%00",
        "/v1/orders/a%0d%0ab",
        "/v1/orders/%252e%252e",
        "/v1//orders",
        "/v1/orders;x=1/a",
        "/v1/orders/%zz",
        "/v1/orders/%a",
        "/v1/orders#part",
        "/v1/orders/\u00e4",
        "/v1/orders?a=b c"
      })
  void whatTwoServersCouldReadInTwoWaysIsRefused(String target) {
    assertThat(RequestTarget.fault(target)).isPresent();
  }
}
