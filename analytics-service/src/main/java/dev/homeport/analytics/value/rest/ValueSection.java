package dev.homeport.analytics.value.rest;

import dev.homeport.analytics.derived.Remembered;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Headline;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.analytics.value.Summaries;
import dev.homeport.analytics.value.Terms;
import dev.homeport.analytics.value.ValueModel;
import dev.homeport.analytics.value.ValueModels;
import dev.homeport.platform.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the customers are still worth: the figures of {@code GET /v1/value/summary}. It is told of
 * now, and where a model is in use.
 */
@ApplicationScoped
class ValueSection implements Section {
  private static final int YEAR = 365;

  private final ValueModels models;
  private final Summaries summaries;
  private final Remembered remembered;
  private final Clock clock;

  ValueSection(ValueModels models, Summaries summaries, Remembered remembered, Clock clock) {
    this.models = models;
    this.summaries = summaries;
    this.remembered = remembered;
    this.clock = clock;
  }

  private record Question(UUID model, LocalDate day) {}

  @Override
  public int order() {
    return 15;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    return viewpoint.past().isPresent()
        ? Optional.empty()
        : models
            .active(Optional.empty())
            .map(model -> content(model, view(model, viewpoint)))
            .filter(content -> !content.exhibits().isEmpty());
  }

  private SummaryView view(ValueModel model, Viewpoint viewpoint) {
    return SummaryView.from(
        model,
        remembered.answer(
            new Question(model.id(), viewpoint.today()),
            () -> summaries.of(model, viewpoint.today())),
        clock.instant(),
        viewpoint.currency());
  }

  private static Content content(ValueModel model, SummaryView view) {
    var exhibits = new ArrayList<Exhibit>();
    view.lifetimeValue()
        .filter(values -> !values.quantiles().isEmpty())
        .ifPresent(values -> exhibits.add(ValueExhibits.lifetime(values)));
    if (!view.probabilityAlive().isEmpty()) {
      exhibits.add(ValueExhibits.alive(view.probabilityAlive()));
    }
    return new Content(
        "value",
        "What they are still worth",
        view.lifetimeValue().map(values -> headline(values)).stream().toList(),
        summary(model.settings().terms(), view),
        List.of(),
        lead(model, view),
        exhibits);
  }

  private static Headline headline(SummaryView.Values values) {
    return new Headline(
        "Still worth",
        Figure.briefMoney(values.total().amount(), values.total().currency()),
        Sentence.of("margin to come, at today's worth; {} each on average", money(values.mean())));
  }

  private static List<Sentence> summary(Terms terms, SummaryView view) {
    var sentences = new ArrayList<Sentence>();
    view.lifetimeValue()
        .ifPresent(
            values ->
                sentences.add(
                    Sentence.of(
                        "Within {} they are expected to bring {} of margin, as it is worth today;"
                            + " {} of that comes from the tenth who are worth most.",
                        span(terms.horizonDays()),
                        money(values.total()),
                        Figure.roundPercent(values.topTenthShare()))));
    sentences.add(
        Sentence.of(
            "They are expected to order {} in the next {}, and {} in the next {}.",
            times(view.expectedOrders().days30()),
            Figure.of(30, "day", "days"),
            times(view.expectedOrders().days365()),
            Figure.of(365, "day", "days")));
    view.customersAlive()
        .ifPresent(
            alive ->
                sentences.add(
                    Sentence.of(
                        "Of {}, about {} are still customers; the others have most likely left.",
                        Figure.of(view.customers(), "customer", "customers"),
                        Figure.rounded(alive))));
    return sentences;
  }

  private static List<Sentence> lead(ValueModel model, SummaryView view) {
    var lead = new ArrayList<Sentence>();
    Terms terms = model.settings().terms();
    lead.add(
        Sentence.of(
            "Estimated by model {}, from when and how often each customer has bought; margin {} of"
                + " net, discounted by {} a year.",
            Figure.name(Long.toString(model.number())),
            percent(terms.margin()),
            percent(terms.discountPerYear())));
    view.lifetimeValue()
        .map(SummaryView.Values::quantiles)
        .filter(tenths -> !tenths.isEmpty())
        .ifPresent(
            tenths ->
                lead.add(
                    Sentence.of(
                        "Half of them are worth at most {} each, one of ten is worth more than {}.",
                        money(tenths.get(5)),
                        money(tenths.get(9)))));
    if (!view.dropOut().identified()) {
      lead.add(
          Sentence.of(
              "The orders so far do not tell who has left from who buys slowly, so nothing is said"
                  + " of who is still a customer."));
    }
    if (view.model().stale()) {
      lead.add(
          Sentence.of(
              "The model is {} old; fit it again.",
              Figure.of(view.model().ageDays(), "day", "days")));
    }
    return lead;
  }

  private static Figure span(int days) {
    return days % YEAR == 0
        ? Figure.of(days / YEAR, "year", "years")
        : Figure.of(days, "day", "days");
  }

  private static Figure times(double orders) {
    Figure rounded = Figure.rounded(orders);
    return new Figure(rounded.text() + "\u00a0times", rounded.exact());
  }

  private static Figure percent(BigDecimal share) {
    return Figure.percent(share.doubleValue());
  }

  private static Figure money(Money money) {
    return Figure.saidMoney(money.amount(), money.currency());
  }
}
