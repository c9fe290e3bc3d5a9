package dev.homeport.loyalty;

import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The programme that a caller asks about. */
public final class ChosenProgramme {
  /** Of the query parameter. */
  public static final String DESCRIPTION = "The key of the programme; absent: the oldest.";

  private static final String UNKNOWN = "is no programme that runs";

  private ChosenProgramme() {}

  /**
   * The programme of a query parameter, or the oldest when none is named.
   *
   * @throws Problem 400 when the tenant runs no such programme
   */
  public static Versions of(RunningProgrammes programmes, @Nullable String key) {
    return of(
        programmes,
        key,
        () -> Problem.of(CommonProblem.INVALID_PARAMETER).in("programme", UNKNOWN));
  }

  /**
   * The programme of a field of a document, or the oldest when none is named.
   *
   * @throws Problem 422 when the tenant runs no such programme
   */
  public static Versions ofDocument(RunningProgrammes programmes, @Nullable String key) {
    return of(
        programmes,
        key,
        () -> Problem.of(CommonProblem.VALIDATION_FAILED).at("/programme", UNKNOWN));
  }

  private static Versions of(
      RunningProgrammes programmes, @Nullable String key, Supplier<Problem> refusal) {
    return key == null ? programmes.main() : programmes.find(key).orElseThrow(refusal);
  }
}
