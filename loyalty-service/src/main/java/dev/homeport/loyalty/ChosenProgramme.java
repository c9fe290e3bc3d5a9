package dev.homeport.loyalty;

import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The programme that a caller asks about. */
public final class ChosenProgramme {
  /** Of the query parameter. */
  public static final String DESCRIPTION = "The key of the programme; absent: the oldest.";

  private ChosenProgramme() {}

  /**
   * The programme of a key, or the oldest when none is named.
   *
   * @throws Problem 400 when the tenant runs no such programme
   */
  public static Versions of(RunningProgrammes programmes, @Nullable String key) {
    return key == null
        ? programmes.main()
        : programmes
            .find(key)
            .orElseThrow(
                () ->
                    Problem.of(CommonProblem.INVALID_PARAMETER)
                        .in("programme", "is no programme that runs"));
  }
}
