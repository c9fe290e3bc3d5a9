package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Scores;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * What a merchant does with customers of certain scores. Each has exactly one, whatever the grid.
 * Names of places in {@link #reason} are days: who has lower scores for recency has not ordered
 * after them.
 */
enum Course {
  WIN_BACK_IN_PERSON(
      "Win back in person",
      "They were the best and have stopped: no order after {}. Here a call, a letter or a personal"
          + " offer is worth what it costs.",
      2,
      scores -> scores.r() <= 2 && scores.fm() == 5),
  WIN_BACK_WITH_AN_OFFER(
      "Win back with an offer",
      "Good customers who have stopped: no order after {}. Show them what is new, and give them a"
          + " reason to come back.",
      2,
      scores -> scores.r() <= 2 && (scores.fm() == 3 || scores.fm() == 4)),
  REMIND(
      "Remind before they are gone",
      "Good customers who are getting late: no order after {}. Remind them of what they bought, and"
          + " of what goes with it.",
      3,
      scores -> scores.r() == 3 && scores.fm() >= 3),
  LEAD_ON(
      "Lead on to the next order",
      "They bought after {}, but not yet often or for much. The next order soon is what makes a"
          + " regular customer.",
      3,
      scores -> scores.r() >= 4 && scores.fm() <= 3),
  KEEP(
      "Keep and reward",
      "They bought after {}, often and for much. Thank them, let them in first, ask them to"
          + " recommend you; they need no discount.",
      3,
      scores -> scores.r() >= 4 && scores.fm() >= 4),
  SPEND_LITTLE(
      "Spend little",
      "Few orders or small ones, and none after {}. A cheap message at most: the money does more"
          + " above.",
      3,
      scores -> scores.r() <= 3 && scores.fm() <= 2);

  private final String title;
  private final String reason;
  private final int recency;
  private final Predicate<Scores> whom;

  Course(String title, String reason, int recency, Predicate<Scores> whom) {
    this.title = title;
    this.reason = reason;
    this.recency = recency;
    this.whom = whom;
  }

  String title() {
    return title;
  }

  /** A sentence with one place, for {@link #day}. */
  String reason() {
    return reason;
  }

  /** The last day of the recency score that parts these customers from others. */
  LocalDate day(CutPoints cutPoints) {
    return cutPoints.recency().get(recency - 1);
  }

  boolean isFor(Scores scores) {
    return whom.test(scores);
  }

  /** Whether these are good customers who have stopped buying. */
  boolean leaving() {
    return this == WIN_BACK_IN_PERSON || this == WIN_BACK_WITH_AN_OFFER;
  }
}
