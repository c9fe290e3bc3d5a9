package dev.homeport.analytics.affinity;

/** In which way products go together. */
public enum AffinityKind {
  /** In one order. */
  TOGETHER,
  /** The one in an order, the other in a later one of the same customer. */
  NEXT
}
