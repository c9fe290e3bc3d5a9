package dev.homeport.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceMethodsTest {

  @ParameterizedTest
  @CsvSource({
    "v1/orders/, /v1/orders",
    "/v1/orders//{id}, /v1/orders/{id}",
    "'/v1/rates/{day: [0-9]{4}}/x', /v1/rates/{day}/x",
    "/, /"
  })
  void aPathIsWrittenAsInTheDocument(String path, String template) {
    assertThat(ResourceMethods.template(path)).isEqualTo(template);
  }
}
