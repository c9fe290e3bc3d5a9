package dev.homeport.analytics.value.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.homeport.platform.http.JsonRules;
import org.junit.jupiter.api.Test;

/** What the published examples show is what the service would write. */
class ValueExamplesTest {
  private static final ObjectMapper JSON =
      JsonRules.apply(JsonMapper.builder().findAndAddModules().build());

  @Test
  void a_request() throws JsonProcessingException {
    assertWritten(ValueExamples.FIT, FitRequest.class);
  }

  @Test
  void models() throws JsonProcessingException {
    assertWritten(ValueExamples.MODEL, ModelView.class);
    assertWritten(ValueExamples.PAGE, ValueModelsResource.ModelPage.class);
    assertWritten(ValueExamples.COMPARISON, ComparisonView.class);
  }

  @Test
  void values() throws JsonProcessingException {
    assertWritten(ValueExamples.CUSTOMER, CustomerValueView.class);
    assertWritten(ValueExamples.SUMMARY, SummaryView.class);
  }

  private static void assertWritten(String example, Class<?> view) throws JsonProcessingException {
    assertThat(JSON.readTree(JSON.writeValueAsString(JSON.readValue(example, view))))
        .isEqualTo(JSON.readTree(example));
  }
}
