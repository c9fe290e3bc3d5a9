package dev.homeport.gateway.tenant;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.homeport.gateway.testing.GatewayEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayEnvironment.class)
class SchemaTest {
  @Inject SessionFactory sessions;

  @Test
  void theMigrationsMakeWhatTheEntitiesExpect() {
    assertThatCode(() -> sessions.getSchemaManager().validate()).doesNotThrowAnyException();
  }
}
