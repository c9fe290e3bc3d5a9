package dev.homeport.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homeport.platform.http.JsonRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void aProblemOfAnItemHasNoInstance() throws JsonProcessingException {
    Problem problem =
        Problem.of(CommonProblem.VALIDATION_FAILED, "The line is not valid.")
            .at("/quantity", "must be greater than 0");

    assertThat(JsonRules.apply(new ObjectMapper()).writeValueAsString(ProblemBody.of(problem)))
        .isEqualTo(
            """
            {"type":"https://homeport.dev/problems/validation-failed",\
            "title":"The request is understood but not valid","status":422,\
            "detail":"The line is not valid.","code":"validation-failed",\
            "errors":[{"pointer":"/quantity","detail":"must be greater than 0"}]}""");
  }

  @Test
  void placesMoveWithTheDocumentTheyAreIn() {
    Problem problem = Problem.of(CommonProblem.CONFLICT, "Twice.").at("/sku", "occurs twice");

    assertThat(problem.under("/lines/3").errors())
        .containsExactly(new ProblemError("/lines/3/sku", null, null, "occurs twice"));
    assertThat(Problem.of(CommonProblem.CONFLICT, "Twice.").under("/lines/3").errors())
        .containsExactly(new ProblemError("/lines/3", null, null, "Twice."));
  }

  @Test
  void aWaitIsAtLeastASecond() {
    Problem problem = Problem.of(CommonProblem.OVERLOADED).retryAfter(Duration.ofMillis(1));

    assertThat(ProblemResponses.of(problem, "/v1/x").getHeaderString("Retry-After")).isEqualTo("1");
  }

  @Test
  void aProblemCostsNoStackTrace() {
    assertThat(Problem.of(CommonProblem.NOT_FOUND).getStackTrace()).isEmpty();
  }
}
