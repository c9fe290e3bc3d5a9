package dev.homeport.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteApiTest {

  @Test
  void aNameThatTwoUseDifferentlyIsRenamedWhereverItIsUsed() {
    var merged =
        merge(
            """
            {"openapi":"3.1.0","paths":{"/v1/a":{"get":{"operationId":"a","responses":{"200":{"content":{
              "application/json":{"schema":{"$ref":"#/components/schemas/Page"},
                "examples":{"one":{"value":{"$ref":"#/components/schemas/Thing"}}}}}}},
              "callbacks":{"done":{"{$url}":{"post":{"requestBody":{"content":{"application/json":{
                "schema":{"$ref":"#/components/schemas/Thing/properties/x"}}}}}}}}}}},
             "components":{"schemas":{
              "Thing":{"type":"object","properties":{"x":{"type":"string"}}},
              "Page":{"type":"array","items":{"$ref":"#/components/schemas/Thing"},
                "discriminator":{"propertyName":"k","mapping":{"a":"Thing","b":"#/components/schemas/Thing"}}},
              "Same":{"type":"boolean","default":{"$ref":"#/components/schemas/Thing"}}}}}""",
            """
            {"openapi":"3.1.0","paths":{"/v1/b":{"get":{"operationId":"b","responses":{"200":{"content":{
              "application/json":{"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
             "components":{"schemas":{
              "Thing":{"type":"string"},
              "Page":{"type":"array","items":{"$ref":"#/components/schemas/Thing"},
                "discriminator":{"propertyName":"k","mapping":{"a":"Thing","b":"#/components/schemas/Thing"}}},
              "Same":{"type":"boolean","default":{"$ref":"#/components/schemas/Thing"}}}}}""");

    assertThat(merged.document().at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "OneServiceThing", "TwoServiceThing", "OneServicePage", "TwoServicePage", "Same");
    JsonNode page = merged.document().at("/components/schemas/TwoServicePage");
    assertThat(page.at("/items/$ref").asText()).isEqualTo("#/components/schemas/TwoServiceThing");
    assertThat(page.at("/discriminator/mapping"))
        .allMatch(node -> node.asText().equals("#/components/schemas/TwoServiceThing"));
    JsonNode a = merged.operation("get", "/v1/a");
    assertThat(a.at("/callbacks/done").toString())
        .contains("#/components/schemas/OneServiceThing/properties/x");
    assertThat(a.at("/responses/200/content/application~1json/examples/one/value/$ref").asText())
        .isEqualTo("#/components/schemas/Thing");
    assertThat(merged.document().at("/components/schemas/Same/default/$ref").asText())
        .isEqualTo("#/components/schemas/Thing");
    assertThat(merged.dangling()).isEmpty();
  }

  @Test
  void aNewNameIsNobodysOldOne() {
    var merged =
        merge(
            """
            {"openapi":"3.1.0","paths":{"/v1/a":{"get":{"operationId":"list"},
              "post":{"operationId":"twoServiceList"}}},
             "components":{"schemas":{"X":{"type":"string"},"TwoServiceX":{"type":"null"}}}}""",
            """
            {"openapi":"3.1.0","paths":{"/v1/b":{"get":{"operationId":"list"}}},
             "components":{"schemas":{"X":{"type":"object"}}}}""");

    assertThat(merged.operationIds())
        .containsExactlyInAnyOrder("oneServiceList", "twoServiceList", "twoServiceList2");
    assertThat(merged.document().at("/components/schemas/TwoServiceX2/type").asText())
        .isEqualTo("object");
    assertThat(merged.document().at("/components/schemas/TwoServiceX/type").asText())
        .isEqualTo("null");
  }

  @Test
  void servicesShareAPathAndItsParameters() {
    var merged =
        merge(
            """
            {"openapi":"3.1.0","paths":{"/v1/a/{id}":{
              "parameters":[{"name":"id","in":"path","required":true},{"name":"q","in":"query"}],
              "get":{"operationId":"g1","parameters":[{"name":"q","in":"query","required":true}]}}}}""",
            """
            {"openapi":"3.1.0","paths":{"/v1/a/{aId}":{
              "get":{"operationId":"g2"},
              "put":{"operationId":"p2","parameters":[{"$ref":"#/components/parameters/A"}]}}},
             "components":{"parameters":{"A":{"name":"aId","in":"path","required":true}}}}""");

    assertThat(merged.operations()).containsExactly("get /v1/a/{id}", "put /v1/a/{id}");
    assertThat(merged.operationIds()).containsExactly("g1", "p2");
    JsonNode get = merged.operation("get", "/v1/a/{id}").path("parameters");
    assertThat(get).hasSize(2);
    assertThat(get.at("/1/required").asBoolean()).isTrue();
    assertThat(merged.operation("put", "/v1/a/{id}").at("/parameters/0/name").asText())
        .isEqualTo("id");
  }

  @Test
  void whatIsNotReachedIsLeftOut() {
    var merged =
        merge(
            "{\"openapi\":\"3.1.0\",\"paths\":{\"/q/health\":{\"get\":{}},\"/v1/tenants\":{\"get\":{}}}}",
            "{\"openapi\":\"3.1.0\",\"paths\":{\"/v1/b\":{\"get\":{},\"trace\":{}}}}");
    assertThat(merged.operations()).containsExactly("get /v1/b");
  }

  @Test
  void aServiceThatHasNotAnsweredIsNamed() {
    JsonNode document = SuiteApi.merge(List.of(), List.of("order-service"));
    assertThat(document.at("/x-missing-services/0").asText()).isEqualTo("order-service");
    assertThat(document.at("/info/description").asText()).contains("order-service");
    assertThat(SuiteApi.merge(List.of(), List.of()).has("x-missing-services")).isFalse();
  }

  @Test
  void anAnswerOfAnotherOperationHasItsSchema() {
    var merged =
        merge(
            """
            {"openapi":"3.1.0","paths":{},"components":{"schemas":{"View":{"properties":{
              "x":{"description":"d","x-answer-of":"/v1/a/{id}"},
              "y":{"description":"d","x-answer-of":"/v1/nothing"}}}}}}""",
            """
            {"openapi":"3.1.0","paths":{"/v1/a/{aId}":{"get":{"responses":{"200":{"content":{
              "application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}}},
             "components":{"schemas":{"A":{"type":"object"}}}}""");
    JsonNode view = merged.document().at("/components/schemas/View/properties");
    assertThat(view.toString())
        .isEqualTo(
            "{\"x\":{\"description\":\"d\",\"$ref\":\"#/components/schemas/A\"},\"y\":{\"description\":\"d\"}}");
  }

  private static MergedApi merge(String one, String two) {
    return new MergedApi(
        SuiteApi.merge(
            List.of(
                ServiceApi.of("one-service", json(one)), ServiceApi.of("two-service", json(two))),
            List.of()));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
