package dev.homeport.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RfmGridTest {

  @Test
  void the_best_customers_stand_in_the_upper_right_corner() throws IOException {
    var cells =
        new ObjectMapper()
            .readTree(
                """
                [{"r": 5, "fm": 5, "customers": 310}, {"r": 1, "fm": 1, "customers": 77}]
                """);

    assertThat(RfmGrid.cells(cells).lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "FM 1 FM 2 FM 3 FM 4 FM 5",
            "R 5 0 0 0 0 310",
            "R 4 0 0 0 0 0",
            "R 3 0 0 0 0 0",
            "R 2 0 0 0 0 0",
            "R 1 77 0 0 0 0");
  }
}
