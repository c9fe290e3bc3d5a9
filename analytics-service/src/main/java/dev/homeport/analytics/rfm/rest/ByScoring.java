package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * By which scoring a caller looks; a {@code @BeanParam}.
 *
 * @param scoring its key
 */
record ByScoring(
    @Parameter(description = "Key of the scoring; absent: `default`.", example = "default")
        @QueryParam("scoring")
        @DefaultValue(Scoring.DEFAULT)
        @Size(max = SettingKey.LENGTH)
        String scoring) {

  /**
   * What it stands for.
   *
   * @throws Problem 400 when there is no such scoring
   */
  Scheme of(Schemes schemes) {
    return schemes
        .find(scoring)
        .orElseThrow(
            () ->
                Problem.of(CommonProblem.INVALID_PARAMETER)
                    .in("scoring", "is the key of no scoring"));
  }
}
