package dev.homeport.analytics.price;

/** What became of an observation. */
public enum Outcome {
  NEW,
  /** It was known with another price. */
  CORRECTED,
  UNCHANGED
}
