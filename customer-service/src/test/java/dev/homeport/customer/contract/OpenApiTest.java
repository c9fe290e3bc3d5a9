package dev.homeport.customer.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.platform.testing.OpenApiContract;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OpenApiTest {

  @Test
  void whatWasPublishedIsKept() {
    assertThat(OpenApiContract.ofThisService().breakingChanges())
        .as("If a break is meant, build the package anew first; it writes contracts/openapi.yaml.")
        .isEmpty();
  }
}
