package dev.homeport.analytics.report;

import java.util.List;

/**
 * One section of a report.
 *
 * @param key names it in the page, in kebab case
 * @param heading a few words
 * @param headlines the figures that stand at the top of the whole report; may be none
 * @param summary the sentences that stand below them
 * @param actions what to do about it, the most urgent first; may be none
 * @param lead what stands at the beginning of the section
 * @param exhibits what it rests on
 */
public record Content(
    String key,
    String heading,
    List<Headline> headlines,
    List<Sentence> summary,
    List<Action> actions,
    List<Sentence> lead,
    List<Exhibit> exhibits) {

  public Content {
    headlines = List.copyOf(headlines);
    summary = List.copyOf(summary);
    actions = List.copyOf(actions);
    lead = List.copyOf(lead);
    exhibits = List.copyOf(exhibits);
  }
}
