package dev.homeport.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homeport.gateway.route.Match;
import dev.homeport.gateway.route.OwnPaths;
import dev.homeport.gateway.route.PublishedRoutes;
import dev.homeport.gateway.route.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The documents that the services have committed, merged. */
class SuiteContractsTest {
  private static final List<String> SERVICES =
      List.of("analytics-service", "customer-service", "loyalty-service", "order-service");
  private static final Set<String> PUBLIC =
      Set.of(
          "get /",
          "get /openapi.json",
          "get /openapi.yaml",
          "get /asyncapi.json",
          "get /asyncapi.yaml");

  private final MergedApi merged = new MergedApi(merge());

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(References.in(merged.document())).hasSizeGreaterThan(100);
    assertThat(merged.dangling()).isEmpty();
  }

  @Test
  void everyOperationHasANameOfItsOwn() {
    assertThat(merged.operationIds()).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    assertThat(merged.operationIds())
        .contains("placeOrder", "orderServiceListJobs", "gatewayListJobs");
  }

  @Test
  void everyOperationIsReached() {
    var routes =
        SERVICES.stream().flatMap(s -> PublishedRoutes.of(s, contract(s)).stream()).toList();
    var table = new RouteTable(SERVICES, routes);
    merged.eachOperation(
        (name, _) -> {
          String[] words = name.split(" ");
          String path = words[1].replaceAll("\\{[^}]*}", "x1");
          assertThat(
                  OwnPaths.owns(path)
                      || table.match(words[0].toUpperCase(Locale.ROOT), path)
                          instanceof Match.Found)
              .as(name)
              .isTrue();
        });
    assertThat(merged.operations()).hasSizeGreaterThanOrEqualTo(routes.size());
  }

  @Test
  void everyOperationSaysWhoMayCallItWithTheOneScheme() {
    String scheme = "bearer";
    var signatures = Set.of("shopifySignature", "wooCommerceSignature", "standardWebhook");
    JsonNode schemes = merged.document().at("/components/securitySchemes");
    assertThat(schemes.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "bearer", "shopifySignature", "wooCommerceSignature", "standardWebhook");
    var anybody = new HashSet<String>();
    merged.eachOperation(
        (name, operation) -> {
          assertThat(operation.has("security")).as(name).isTrue();
          operation
              .get("security")
              .forEach(
                  need ->
                      assertThat(need.fieldNames())
                          .toIterable()
                          .as(name)
                          .hasSize(1)
                          .allMatch(
                              name.equals("post /v1/intake/{intakeId}")
                                  ? signatures::contains
                                  : scheme::equals));
          if (operation.get("security").isEmpty()) {
            anybody.add(name);
          }
        });
    assertThat(anybody).isEqualTo(PUBLIC);
    assertThat(merged.operation("post", "/v1/orders").at("/security/0/bearer/0").asText())
        .isEqualTo("orders:write");
    assertThat(schemes.path(scheme).path("description").asText())
        .contains("`orders:write`", "`loyalty:read`", "`tenants:write`");
  }

  @Test
  void everyTagIsDescribed() {
    var declared = new ArrayList<String>();
    merged.document().path("tags").forEach(tag -> declared.add(tag.path("name").asText()));
    assertThat(declared).doesNotHaveDuplicates();
    merged.eachOperation(
        (name, operation) ->
            assertThat(declared).as(name).contains(operation.at("/tags/0").asText()));
  }

  @Test
  void theBusinessComesFirst() {
    var names = new ArrayList<String>();
    merged.document().path("tags").forEach(tag -> names.add(tag.path("name").asText()));
    assertThat(names.indexOf("Orders")).isLessThan(names.indexOf("Administration"));
    assertThat(names.indexOf("Customers")).isLessThan(names.indexOf("Jobs"));
  }

  @Test
  void everyHeaderSaysWhatItIs() {
    merged.eachOperation(
        (name, operation) ->
            operation
                .findValues("headers")
                .forEach(
                    headers ->
                        headers.forEach(
                            header ->
                                assertThat(header.has("schema") || header.has("$ref"))
                                    .as(name)
                                    .isTrue())));
  }

  @Test
  void thereIsOneCatalogueOfProblems() {
    JsonNode problem = merged.document().at("/components/schemas/Problem");
    var codes = new ArrayList<String>();
    problem.at("/properties/code/enum").forEach(code -> codes.add(code.asText()));
    assertThat(codes)
        .doesNotHaveDuplicates()
        .contains("slug-taken", "customer-not-scored", "rate-limited", "reserved-channel");
    codes.forEach(
        code ->
            assertThat(problem.path("description").asText().lines())
                .filteredOn(line -> line.startsWith("| `" + code + "` |"))
                .as(code)
                .hasSize(1));
  }

  @Test
  void whatTwoServicesCallAlikeIsToldApart() {
    ObjectNode schemas = (ObjectNode) merged.document().at("/components/schemas");
    assertThat(schemas.has("Address")).isFalse();
    assertThat(schemas.at("/CustomerServiceAddress"))
        .isNotEqualTo(schemas.at("/OrderServiceAddress"));
    assertThat(schemas.at("/Buyer/properties/address/$ref").asText() + schemas.at("/Buyer"))
        .contains("OrderServiceAddress");
    assertThat(StreamSupport.stream(schemas.path("Job").spliterator(), false)).isNotEmpty();
    assertThat(schemas.fieldNames()).toIterable().noneMatch(name -> name.endsWith("ServiceJob"));
  }

  @Test
  void pathsDifferInMoreThanTheNamesOfTheirParameters() {
    var shapes = new ArrayList<String>();
    merged
        .document()
        .path("paths")
        .fieldNames()
        .forEachRemaining(p -> shapes.add(PathItems.shape(p)));
    assertThat(shapes).doesNotHaveDuplicates().noneMatch(path -> path.startsWith("/q"));
  }

  private static ObjectNode merge() {
    var apis = new ArrayList<ServiceApi>();
    apis.add(ServiceApi.ofTheGateway(contract("gateway")));
    SERVICES.forEach(service -> apis.add(ServiceApi.of(service, contract(service))));
    return SuiteApi.merge(apis, List.of());
  }

  private static JsonNode contract(String service) {
    try {
      return new YAMLMapper().readTree(Path.of("..", service, "contracts/openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
