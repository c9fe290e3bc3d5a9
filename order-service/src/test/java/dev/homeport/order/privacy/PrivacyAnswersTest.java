package dev.homeport.order.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.order.support.Bodies;
import dev.homeport.order.support.Shop;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.secret.SealedEvents;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.testing.ServiceEnvironment;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every service answers, by the example of this one. */
@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PrivacyAnswersTest {
  private final Shop shop = Shop.open();
  private final UUID request = UUID.randomUUID();

  @Inject KeyedIds keyedIds;
  @Inject SealedEvents seals;
  @Inject CurrentTenant currentTenant;

  @Test
  void theOrdersOfAPersonAreContributedSealed() {
    shop.post("/v1/orders", Bodies.order("1"));
    shop.post("/v1/orders", Bodies.order("2"));
    shop.post("/v1/orders", Bodies.order("3").replace("\"b-1\"", "\"b-2\""));

    ask("homeport.access.v1", "dev.homeport.customer.access-asked.v1");

    Sent answer = answer("homeport.access.v1", "dev.homeport.access-contributed.v1");
    assertThat(answer.data()).startsWith("{\"sealedKey\":");
    JsonNode held =
        EventJson.tree(currentTenant.call(shop.tenant(), () -> seals.open(answer.data())));
    assertThat(held.path("service").asText()).isEqualTo("order-service");
    assertThat(held.path("holding").asText()).isEqualTo("orders");
    assertThat(held.path("parts").asInt()).isEqualTo(1);
    assertThat(held.path("rows")).hasSize(2);
    assertThat(held.path("rows").get(0).path("external_id").asText()).isEqualTo("1");
  }

  @Test
  void anErasureIsConfirmedWithTheEndOfTheLastCopy() {
    ask("homeport.erasure.v1", "dev.homeport.customer.erasure-asked.v1");

    Sent answer = answer("homeport.erasure.v1", "dev.homeport.erasure-confirmed.v1");
    JsonNode confirmed = EventJson.tree(answer.data());
    assertThat(confirmed.path("requestId").asText()).isEqualTo(request.toString());
    assertThat(confirmed.path("service").asText()).isEqualTo("order-service");
    assertThat(Instant.parse(confirmed.path("unreadableAt").asText()))
        .isBetween(Instant.now().plusSeconds(30 * 86_400), Instant.now().plusSeconds(33 * 86_400));
  }

  private void ask(String topic, String type) {
    UUID buyer = keyedIds.identity(shop.tenant(), "shop-de", "b-1");
    String data =
        "{\"requestId\": \"%s\", \"customerId\": \"%s\", \"identityIds\": [\"%s\"]}"
            .formatted(request, buyer, buyer);
    TestEvents.send(topic, new Sent(buyer.toString(), type, shop.tenant(), data));
  }

  private Sent answer(String topic, String type) {
    List<Sent> answers =
        TestEvents.receive(
            topic, 1, sent -> sent.tenant().equals(shop.tenant()) && sent.type().equals(type));
    assertThat(answers).hasSize(1);
    return answers.getFirst();
  }
}
