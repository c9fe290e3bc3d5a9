package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Acquisition;
import dev.homeport.analytics.acquisition.AcquisitionAxis;
import dev.homeport.analytics.acquisition.AttributionRules;
import dev.homeport.analytics.acquisition.RuleBook;
import dev.homeport.analytics.acquisition.SpendBook;
import dev.homeport.analytics.acquisition.WonCustomers;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Exhibit;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Headline;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What customers cost to win and what they bring: the figures of {@code GET /v1/acquisition} by
 * channel and of {@code GET /v1/acquisition/revenue}, for the last twelve months.
 */
@ApplicationScoped
class AcquisitionSection implements Section {
  private static final int MONTHS = 12;
  private static final int MOST_CHANNELS = 8;

  private final RuleBook rules;
  private final SpendBook spend;
  private final WonCustomers customers;

  AcquisitionSection(RuleBook rules, SpendBook spend, WonCustomers customers) {
    this.rules = rules;
    this.spend = spend;
    this.customers = customers;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    YearMonth last = YearMonth.from(viewpoint.asOf());
    YearMonth first = last.minusMonths(MONTHS - 1);
    RevenueView revenue = revenue(first, last, viewpoint);
    if (revenue.months().isEmpty()) {
      return Optional.empty();
    }
    AcquisitionView channels = channels(first, last, viewpoint);
    var exhibits = new ArrayList<Exhibit>();
    if (!channels.rows().isEmpty()) {
      exhibits.add(ChannelsExhibit.of(channels));
    }
    exhibits.add(RevenueExhibit.of(revenue, viewpoint.currency()));
    return Optional.of(
        new Content(
            "acquisition",
            "What it costs to win them, and what they bring",
            headlines(channels.total()),
            summary(channels.total(), revenue, viewpoint),
            List.of(),
            lead(channels, viewpoint),
            exhibits));
  }

  private static List<Sentence> lead(AcquisitionView channels, Viewpoint viewpoint) {
    var lead = new ArrayList<Sentence>();
    lead.add(
        Sentence.of(
            "Customers whose first order lies in the last twelve months, by where it came from."
                + " What they brought is net of returns, before the cost of goods."));
    lead.add(spent(channels.total(), viewpoint));
    if (channels.omitted() > 0) {
      lead.add(
          Sentence.of(
              "{} with fewer customers are in the last row only.",
              Figure.of(channels.omitted(), "channel", "channels")));
    }
    return lead;
  }

  private static Sentence spent(EconomicsView total, Viewpoint viewpoint) {
    return total.spend() == null
        ? Sentence.of("No spending on marketing has been stated, so nobody's cost is known.")
        : Sentence.of(
            "{} was spent on winning them.",
            Figure.saidMoney(total.spend().amount(), viewpoint.currency()));
  }

  private static List<Headline> headlines(EconomicsView total) {
    return total.cac() == null
        ? List.of()
        : List.of(
            new Headline(
                "Cost of a new customer",
                Figure.money(total.cac().amount(), total.cac().currency()),
                total.netPerCustomer() == null
                    ? Sentence.of("over the last twelve months")
                    : Sentence.of(
                        "who has brought {} so far",
                        Figure.money(total.netPerCustomer().amount(), total.cac().currency()))));
  }

  private static List<Sentence> summary(
      EconomicsView total, RevenueView revenue, Viewpoint viewpoint) {
    BigDecimal retained =
        sum(revenue.months().stream().map(m -> m.retainedNet().amount()).toList());
    BigDecimal all =
        sum(revenue.months().stream().map(m -> m.acquiredNet().amount()).toList()).add(retained);
    var sentences = new ArrayList<Sentence>();
    if (all.signum() > 0 && retained.signum() >= 0) {
      sentences.add(
          Sentence.of(
              "Of the {} of the last twelve months, {} came from customers who had bought before.",
              Figure.saidMoney(all, viewpoint.currency()),
              Figure.roundPercent(retained.doubleValue() / all.doubleValue())));
    }
    if (total.cac() != null && total.ltvToCac() != null) {
      sentences.add(
          Sentence.of(
              "A new customer cost {}, and has brought {} times that so far.",
              Figure.money(total.cac().amount(), viewpoint.currency()),
              Figure.ratio(total.ltvToCac())));
    }
    return sentences;
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private RevenueView revenue(YearMonth first, YearMonth last, Viewpoint viewpoint) {
    return RevenueView.from(
        first,
        last,
        customers.revenue(first.atDay(1), end(last, viewpoint)),
        spend.sums(AcquisitionAxis.MONTH, first, last),
        viewpoint.currency());
  }

  private AcquisitionView channels(YearMonth first, YearMonth last, Viewpoint viewpoint) {
    AttributionRules present = rules.current().rules();
    LocalDate day = viewpoint.asOf();
    Acquisition found =
        Acquisition.of(
            AcquisitionAxis.CHANNEL,
            present,
            _ -> true,
            BigDecimal.ONE,
            customers.won(
                present, AcquisitionAxis.CHANNEL, first.atDay(1), end(last, viewpoint), day),
            spend.sums(AcquisitionAxis.CHANNEL, first, last),
            List.of());
    return AcquisitionView.from(
        found,
        AcquisitionAxis.CHANNEL,
        first,
        last,
        day,
        present,
        MOST_CHANNELS,
        viewpoint.currency(),
        BigDecimal.ONE);
  }

  private static LocalDate end(YearMonth last, Viewpoint viewpoint) {
    LocalDate end = last.atEndOfMonth();
    return end.isAfter(viewpoint.asOf()) ? viewpoint.asOf() : end;
  }
}
