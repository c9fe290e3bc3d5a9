package dev.homeport.order.contract;

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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceEnvironment.class)
class PublishedEventsTest {
  private final Shop shop = Shop.open();

  @Inject KeyedIds keyedIds;
  @Inject SealedEvents seals;
  @Inject CurrentTenant currentTenant;

  private List<Sent> published(String topic, int count) {
    return TestEvents.receive(topic, count, sent -> sent.tenant().equals(shop.tenant()));
  }

  private static List<String> changes(List<Sent> events) {
    return events.stream()
        .map(event -> EventJson.tree(event.data()))
        .sorted(java.util.Comparator.comparing(node -> node.get("revision").asLong()))
        .map(node -> node.get("change").asText())
        .toList();
  }

  @Test
  void everyChangeOfAnOrderIsTold() {
    String id = shop.post("/v1/orders", Bodies.order("1")).path("id");
    shop.post("/v1/orders", Bodies.revision("1", "3", "2026-11-01T12:00:00Z"));
    shop.post("/v1/orders", Bodies.order("1"));
    shop.post("/v1/orders/" + id + "/returns", Bodies.lineReturn("R-1", "1", "2.5"));
    shop.post("/v1/orders/" + id + "/cancellation", "{}");

    List<Sent> events = published("homeport.order.v1", 4);

    assertThat(changes(events)).containsExactly("placed", "revised", "returned", "cancelled");
    UUID identity = keyedIds.identity(shop.tenant(), "shop-de", "b-1");
    assertThat(events).extracting(Sent::key).containsOnly(identity.toString());
    assertThat(events).extracting(Sent::type).containsOnly("dev.homeport.order.recorded.v1");
    assertThat(events).noneMatch(event -> event.data().contains("xample.com"));
  }

  @Test
  void theStepsAndTheReversalOfAReturnAreTold() {
    String order =
        "/v1/orders/"
            + shop.post(
                    "/v1/orders",
                    Bodies.order("1")
                        .replace("\"currency\"", "\"status\": \"placed\", \"currency\""))
                .path("id");
    shop.post(order + "/payment", "{}");
    shop.post(order + "/shipment", "{}");
    String back = shop.post(order + "/returns", Bodies.lineReturn("R-1", "1", "2.5")).path("id");
    shop.post(order + "/returns/" + back + "/reversal", "{}");
    shop.post(order + "/delivery", "{}");

    List<Sent> events = published("homeport.order.v1", 6);

    assertThat(changes(events))
        .containsExactly("placed", "paid", "shipped", "returned", "return-reversed", "delivered");
    assertThat(events.getLast().data()).contains("\"returned\":\"0\"", "\"returns\":[]");
  }

  @Test
  void aReturnThatGoesToItsOrderIsToldOnBoth() {
    String free =
        Bodies.freeReturn("C-1", "EUR")
            .replace("\"LAMP\"", "\"MUG\"")
            .replace("27.50", "2.50")
            .replace("\"currency\"", "\"orderExternalId\": \"1\", \"currency\"");
    shop.post("/v1/returns", free);
    String order = shop.post("/v1/orders", Bodies.order("1")).path("id");

    List<Sent> events = published("homeport.order.v1", 3);

    assertThat(events)
        .anySatisfy(
            event ->
                assertThat(event.data())
                    .contains("\"change\":\"attached\"", "\"reversed\":true")
                    .contains("\"attachedTo\":\"" + order.substring(4) + "\""))
        .anySatisfy(
            event ->
                assertThat(event.data()).contains("\"change\":\"placed\"", "\"returned\":\"2.5\""));
  }

  @Test
  void anOrderThatWasAnotherBuyersIsToldToBoth() {
    String first = shop.post("/v1/orders", Bodies.order("1")).path("identityId");
    String second =
        shop.post(
                "/v1/orders",
                Bodies.revision("1", "2", "2026-11-01T12:00:00Z").replace("\"b-1\"", "\"b-2\""))
            .path("identityId");

    List<Sent> events = published("homeport.order.v1", 3);

    assertThat(changes(events)).containsExactly("placed", "reassigned", "revised");
    List<JsonNode> told =
        events.stream()
            .map(event -> EventJson.tree(event.data()))
            .sorted(java.util.Comparator.comparing(node -> node.get("revision").asLong()))
            .toList();
    assertThat(told.get(1).get("identityId").asText()).isEqualTo(first.substring(4));
    assertThat(told.get(1).get("status").asText()).isEqualTo("cancelled");
    assertThat(told.get(2).get("identityId").asText()).isEqualTo(second.substring(4));
    assertThat(told.get(2).get("status").asText()).isEqualTo("paid");
  }

  @Test
  void theBuyerIsToldToTheCustomerServiceAlone() {
    shop.post("/v1/orders", Bodies.order("1"));

    String told = published("homeport.buyer.v1", 1).getFirst().data();

    assertThat(told).startsWith("{\"sealedKey\":").doesNotContain("b-1", "Ana@", "email");
    JsonNode buyer = EventJson.tree(currentTenant.call(shop.tenant(), () -> seals.open(told)));
    assertThat(buyer.get("externalBuyerId").asText()).isEqualTo("b-1");
    assertThat(buyer.get("email").asText()).isEqualTo("Ana@Example.com");
  }

  @Test
  void aGuestIsKnownByTheMailAddressWhateverItsCase() {
    String guest = Bodies.order("1").replace("\"externalId\": \"b-1\", ", "");
    Response one = shop.post("/v1/orders", guest);
    Response two = shop.post("/v1/orders", guest.replace("\"1\"", "\"2\"").replace("Ana@", "ANA@"));

    assertThat(two.<String>path("identityId")).isEqualTo(one.path("identityId"));
    assertThat(one.<String>path("identityId"))
        .isEqualTo("idn_" + keyedIds.identity(shop.tenant(), "shop-de", "email:ana@example.com"));
  }

  @Test
  void whatIsRepublishedCarriesTheRevisionItHas() {
    shop.post("/v1/orders", Bodies.order("1"));
    shop.post("/v1/returns", Bodies.freeReturn("C-1", "EUR"));
    Response job =
        shop.request()
            .post(
                "/v1/order-service/admin/republish?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z");
    shop.awaitJob(job.header("Location"));

    List<Sent> events = published("homeport.order.v1", 4);

    assertThat(events.stream().map(event -> EventJson.tree(event.data()).get("revision").asLong()))
        .hasSize(4)
        .satisfies(revisions -> assertThat(revisions.stream().distinct()).hasSize(2));
  }
}
