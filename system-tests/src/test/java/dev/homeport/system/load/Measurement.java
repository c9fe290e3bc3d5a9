package dev.homeport.system.load;

import java.util.List;

/** One of the things that are measured. */
interface Measurement {

  /** The goal that it measures: P1 to P15. */
  String goal();

  /** How much of the suite runs meanwhile. */
  default Stage stage() {
    return Stage.WHOLE_SUITE;
  }

  /** Measures in rounds; one row for each figure that has a goal. */
  List<Row> measure(Bench bench) throws Exception;

  /** How much of the suite runs. */
  enum Stage {
    /** Everything, so that what one service does costs the others time. */
    WHOLE_SUITE("all services running"),
    /** Without those that take orders' events, which pile up in the broker. */
    INTAKE_ALONE("its consumers stopped");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
