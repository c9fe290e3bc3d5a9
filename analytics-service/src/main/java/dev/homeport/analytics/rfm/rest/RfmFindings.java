package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.report.Action;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Headline;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.rfm.Cell;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Snapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;

/** What the cells of a snapshot come to, in words. */
final class RfmFindings {
  private final Snapshot snapshot;
  private final Currency currency;
  private final int buckets;
  private final Part whole;

  RfmFindings(Snapshot snapshot, Currency currency) {
    this.snapshot = snapshot;
    this.buckets = snapshot.cutPoints().buckets();
    this.currency = currency;
    this.whole = part(_ -> true);
  }

  List<Headline> headlines() {
    var headlines = new ArrayList<Headline>();
    headlines.add(
        new Headline(
            "Customers",
            Figure.of(whole.customers),
            Sentence.of("with at least one order that counts")));
    headlines.add(
        new Headline(
            "Bought so far",
            Figure.briefMoney(whole.net, currency),
            Sentence.of(
                "less returns; {} each on average", Figure.saidMoney(whole.each(), currency))));
    Part best = best();
    if (best.customers > 0 && whole.net.signum() > 0) {
      headlines.add(
          new Headline(
              "From the best",
              Figure.roundPercent(best.shareOfNet(whole)),
              Sentence.of("of that, from the {} who spent most", best.share(whole))));
    }
    Part leaving = leaving();
    headlines.add(
        new Headline(
            "Leaving",
            Figure.of(leaving.customers),
            leaving.customers == 0
                ? Sentence.of("no good customer has stopped buying")
                : Sentence.of(
                    "good customers; they brought {}", Figure.saidMoney(leaving.net, currency))));
    return headlines;
  }

  List<Sentence> summary() {
    var sentences = new ArrayList<Sentence>();
    sentences.add(
        Sentence.of(
            whole.customers == 1
                ? "{} has bought for {}, less returns."
                : "{} have bought for {}, less returns; that is {} each on average.",
            whole.customers == 1
                ? new Figure[] {whole.people(), Figure.saidMoney(whole.net, currency)}
                : new Figure[] {
                  whole.people(),
                  Figure.saidMoney(whole.net, currency),
                  Figure.saidMoney(whole.each(), currency)
                }));
    Part best = best();
    if (best.customers > 0 && whole.net.signum() > 0) {
      sentences.add(
          Sentence.of(
              "The {} who spent most, {} of all, brought {} of that: who they are, and whether"
                  + " they stay, decides more than anything else.",
              best.people(),
              best.share(whole),
              Figure.roundPercent(best.shareOfNet(whole))));
    }
    Part leaving = leaving();
    if (leaving.customers > 0) {
      sentences.add(
          Sentence.of(
              "{} who used to buy often or for much "
                  + (leaving.customers == 1 ? "has" : "have")
                  + " not ordered after {}. They brought {}; what they would have bought next is"
                  + " what is being lost.",
              leaving.people(),
              Figure.name(Days.said(Course.WIN_BACK_IN_PERSON.day(snapshot.cutPoints()))),
              Figure.saidMoney(leaving.net, currency)));
    }
    return sentences;
  }

  List<Action> actions() {
    var actions = new ArrayList<Action>();
    for (Course course : Course.values()) {
      Part part = part(scores -> course.isFor(scores, buckets));
      if (part.customers > 0) {
        Figure day = Figure.name(Days.said(course.day(snapshot.cutPoints())));
        actions.add(
            new Action(
                course.title(),
                Sentence.of(course.reason(), day),
                part.people(),
                Figure.saidMoney(part.net, currency)));
      }
    }
    return actions;
  }

  private Part best() {
    return part(scores -> scores.m() == buckets);
  }

  private Part leaving() {
    return part(scores -> Course.leaving(scores, buckets));
  }

  private Part part(Predicate<Scores> whom) {
    List<Cell> cells = snapshot.cells().stream().filter(cell -> whom.test(cell.scores())).toList();
    return new Part(
        cells.stream().mapToLong(Cell::customers).sum(),
        cells.stream().map(Cell::net).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Some of the customers. */
  private record Part(long customers, BigDecimal net) {

    private Figure people() {
      return Figure.of(customers, "customer", "customers");
    }

    private BigDecimal each() {
      return net.divide(BigDecimal.valueOf(customers), 9, RoundingMode.HALF_UP);
    }

    private Figure share(Part whole) {
      return Figure.roundPercent((double) customers / whole.customers);
    }

    private double shareOfNet(Part whole) {
      return net.doubleValue() / whole.net.doubleValue();
    }
  }
}
