package dev.homeport.customer.contract;

import dev.homeport.customer.testing.OpenApiContract;
import dev.homeport.platform.testing.ServiceEnvironment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class OpenApiTest {

  @Test
  void whatWasPublishedIsKept() throws IOException {
    OpenApiContract.assertKept();
  }
}
