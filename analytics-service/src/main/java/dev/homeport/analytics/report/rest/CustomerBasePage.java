package dev.homeport.analytics.report.rest;

import dev.homeport.analytics.chart.Palette;
import dev.homeport.analytics.report.Action;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Headline;
import dev.homeport.analytics.report.Sentence;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The page {@code templates/CustomerBasePage.html}. Whatever it shows is escaped, but for the
 * pictures, which escape by themselves.
 *
 * @param merchant whose customers they are
 * @param moment the day, and the time if it is now, in words
 * @param currency in words, with its code
 * @param style of the pictures
 * @param contents in their order; none while nobody has bought
 */
record CustomerBasePage(
    String merchant,
    String moment,
    String currency,
    String style,
    List<Headline> headlines,
    List<Sentence> summary,
    List<Action> actions,
    List<Content> contents)
    implements TemplateInstance {

  static CustomerBasePage of(
      String merchant, String moment, String currency, List<Content> contents) {
    return new CustomerBasePage(
        merchant,
        moment,
        currency,
        Palette.style(),
        contents.stream().flatMap(content -> content.headlines().stream()).toList(),
        contents.stream().flatMap(content -> content.summary().stream()).toList(),
        contents.stream().flatMap(content -> content.actions().stream()).toList(),
        contents);
  }
}
