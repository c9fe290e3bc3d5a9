package dev.homeport.system.conformance;

import java.util.List;

/**
 * What came of holding one operation against one check.
 *
 * @param faults as sentences; none when it holds
 */
record Outcome(List<String> faults) {
  Outcome {
    faults = List.copyOf(faults);
  }
}
