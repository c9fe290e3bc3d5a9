package dev.homeport.loyalty.rating;

/** Why an order, a free return or a rule gives what it gives. */
public enum Reason {
  /** It gives points. */
  EARNED("earns"),
  /** It brings points or a tier along from another system. */
  MIGRATED("comes along from another system"),
  /** Somebody gives it for a reason of their own. */
  GRANTED("somebody gives it"),
  /** The free return takes back what its value would have earned. */
  CLAWED_BACK("takes back"),
  /** The amount is too small for a point, or is zero. */
  TOO_SMALL("the amount is too small for a point"),
  /** The order was cancelled. */
  CANCELLED("the order is cancelled"),
  /** Everything of the order came back. */
  FULLY_RETURNED("the order was returned in full"),
  /** The free return was a mistake, or counts on an order. */
  REVERSED("the return was reversed"),
  /** The programme takes nothing back for returns without an order. */
  IGNORED("the programme takes nothing back for returns without an order"),
  /** The activity was withdrawn. */
  WITHDRAWN("it was withdrawn"),
  /** No rule of the programme is for it. */
  NO_RULE("the programme has no rule for it"),
  /** It is for another programme. */
  OTHER_PROGRAMME("it is for another programme"),
  /** It happened before the programme began. */
  BEFORE_START("it lies before the start of the programme"),
  /** It happened after the programme ended. */
  AFTER_END("it lies after the end of the programme"),
  /** The programme has no rate for the currency. */
  NO_RATE("the programme has no points for the currency"),
  /** It brings no exchange rate into the currency by which it would earn. */
  NO_STORED_RATE("it brings no exchange rate into the currency by which it would earn"),
  /** The rule was for earlier or later orders. */
  NOT_IN_TIME("the rule is for orders of another time"),
  /** The budget of the rule was spent before. */
  BUDGET_SPENT("the budget of the rule is spent"),
  /** The condition does not hold. */
  CONDITION("the condition does not hold"),
  /** The condition or formula has no value for this order. */
  UNDEFINED("the expression has no value for this order"),
  /** The amount is below the minimum of the rule. */
  BELOW_MINIMUM("the amount is below the minimum"),
  /** It gave points a short while ago. */
  COOLING_DOWN("it gave points a short while ago"),
  /** Of the rules of which the best counts, another gives more. */
  OUTBID("another rule gives more"),
  /** The rules before it give nothing that it could multiply. */
  NOTHING_TO_MULTIPLY("the rules before it give nothing"),
  /** Nothing was left of a cap. */
  CAP_REACHED("the cap is reached"),
  /** It would go over a cap that gives nothing then. */
  CAP_REJECTED("it would go over the cap");

  private final String text;

  Reason(String text) {
    this.text = text;
  }

  /** For people, to be put into a sentence. */
  public String text() {
    return text;
  }
}
