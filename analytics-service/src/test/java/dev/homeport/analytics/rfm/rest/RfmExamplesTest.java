package dev.homeport.analytics.rfm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.platform.http.JsonRules;
import org.junit.jupiter.api.Test;

/** What the published examples show is what the service would write. */
class RfmExamplesTest {
  private static final ObjectMapper JSON =
      JsonRules.apply(JsonMapper.builder().findAndAddModules().build());

  @Test
  void a_customer() throws JsonProcessingException {
    assertWritten(RfmExamples.CUSTOMER, CustomerRfmView.class);
  }

  @Test
  void cut_points() throws JsonProcessingException {
    assertWritten(RfmExamples.CUT_POINTS, CutPointsView.class);
  }

  @Test
  void a_grid_whose_parts_add_up() throws JsonProcessingException {
    assertWritten(RfmExamples.GRID, GridView.class);
    GridView grid = JSON.readValue(RfmExamples.GRID, GridView.class);
    assertThat(grid.groups().stream().mapToLong(GridView.GroupTotal::customers).sum())
        .isEqualTo(grid.customers());
    assertThat(grid.cells().stream().mapToLong(GridView.CellTotal::customers).sum())
        .isEqualTo(grid.customers());
  }

  @Test
  void settings() throws JsonProcessingException {
    assertWritten(ScoringView.EXAMPLE, ScoringView.class);
    assertWritten(GridDefinitionView.EXAMPLE, GridDefinitionView.class);
    assertWritten(MigrationsView.EXAMPLE, MigrationsView.class);
    assertThat(JSON.readValue(ScoringDocument.EXAMPLE, ScoringDocument.class).scoring("germany"))
        .extracting(Scoring::buckets)
        .isEqualTo(5);
    assertThat(JSON.readValue(GridBody.EXAMPLE, GridBody.class).document().faults()).isEmpty();
  }

  private static void assertWritten(String example, Class<?> view) throws JsonProcessingException {
    assertThat(JSON.readTree(JSON.writeValueAsString(JSON.readValue(example, view))))
        .isEqualTo(JSON.readTree(example));
  }
}
