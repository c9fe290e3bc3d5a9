package dev.homeport.analytics.advice;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to do next about a customer. */
@Schema(name = "NextActions")
record NextActionsView(
    @Schema(examples = "cus_01928c5e-6f50-7000-8000-000000000001") String customerId,
    @Schema(description = "The most urgent first; empty when nothing is called for.", maxItems = 50)
        List<ActionView> actions,
    @Schema(
            description = "What the customer's data may be used for at present.",
            examples = "[\"email-marketing\"]",
            maxItems = 1000)
        List<String> consents) {

  static final String EXAMPLE =
      """
      {"customerId": "cus_01928c5e-6f50-7000-8000-000000000001",
       "actions": [{"key": "win-back", "name": "Win back",
         "advice": "Used to come and is slipping away. Remind of what was bought, with a reason to come back now.",
         "expression": "rfm.group == \\"at-risk\\"",
         "facts": [{"name": "rfm.group", "value": "at-risk"}],
         "needsConsent": true}],
       "consents": ["email-marketing"]}""";

  NextActionsView {
    actions = List.copyOf(actions);
    consents = List.copyOf(consents);
  }

  /** One thing to do. */
  @Schema(name = "NextAction")
  record ActionView(
      @Schema(examples = "win-back") String key,
      @Schema(examples = "Win back") String name,
      @Schema(description = "What to do, for people.") String advice,
      @Schema(description = "About whom it is, in the language of segments.") String expression,
      @Schema(description = "What is known of the customer that it looks at.", maxItems = 50)
          List<FactView> facts,
      @Schema(description = "Whether the customer must have agreed to be written to.")
          boolean needsConsent) {

    ActionView {
      facts = List.copyOf(facts);
    }
  }

  /** Something that is known of the customer. */
  @Schema(name = "NextActionFact")
  record FactView(
      @Schema(description = "Attribute of segments.", examples = "rfm.group") String name,
      @Schema(description = "As text.", examples = "at-risk") String value) {}
}
