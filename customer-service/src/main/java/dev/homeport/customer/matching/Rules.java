package dev.homeport.customer.matching;

/**
 * How a tenant wants customers matched.
 *
 * @param automatic what is certain merges by itself
 * @param threshold the least score of a candidate
 * @param namesPerContact a contact point shared by more names is no evidence
 */
public record Rules(boolean automatic, double threshold, int namesPerContact) {

  /** As long as a tenant has said nothing: people decide. */
  public static final Rules DEFAULT = new Rules(false, 8, 3);
}
