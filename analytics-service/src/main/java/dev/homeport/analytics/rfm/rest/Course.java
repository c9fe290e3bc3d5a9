package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.rfm.CutPoints;
import dev.homeport.analytics.rfm.Scores;
import java.time.LocalDate;
import java.util.function.BiPredicate;

/**
 * What a merchant does with customers of certain scores. Each has exactly one, whatever the grid
 * and however many buckets: scores are seen as fifths of them.
 */
enum Course {
  WIN_BACK_IN_PERSON(
      "Win back in person",
      "They were the best and have stopped: no order after {}. Here a call, a letter or a personal"
          + " offer is worth what it costs.",
      2,
      (r, fm) -> r <= 2 && fm == 5),
  WIN_BACK_WITH_AN_OFFER(
      "Win back with an offer",
      "Good customers who have stopped: no order after {}. Show them what is new, and give them a"
          + " reason to come back.",
      2,
      (r, fm) -> r <= 2 && (fm == 3 || fm == 4)),
  REMIND(
      "Remind before they are gone",
      "Good customers who are getting late: no order after {}. Remind them of what they bought, and"
          + " of what goes with it.",
      3,
      (r, fm) -> r == 3 && fm >= 3),
  LEAD_ON(
      "Lead on to the next order",
      "They bought after {}, but not yet often or for much. The next order soon is what makes a"
          + " regular customer.",
      3,
      (r, fm) -> r >= 4 && fm <= 3),
  KEEP(
      "Keep and reward",
      "They bought after {}, often and for much. Thank them, let them in first, ask them to"
          + " recommend you; they need no discount.",
      3,
      (r, fm) -> r >= 4 && fm >= 4),
  SPEND_LITTLE(
      "Spend little",
      "Few orders or small ones, and none after {}. A cheap message at most: the money does more"
          + " above.",
      3,
      (r, fm) -> r <= 3 && fm <= 2);

  private static final int FIFTHS = 5;

  private final String title;
  private final String reason;
  private final int recency;
  private final BiPredicate<Integer, Integer> whom;

  Course(String title, String reason, int recency, BiPredicate<Integer, Integer> whom) {
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

  /** The last day of the scores for recency that part these customers from others. */
  LocalDate day(CutPoints cutPoints) {
    return cutPoints.recency().get(recency * cutPoints.buckets() / FIFTHS - 1);
  }

  boolean isFor(Scores scores, int buckets) {
    return whom.test(fifth(scores.r(), buckets), fifth(scores.fm(), buckets));
  }

  /** Whether customers of these scores are good ones who have stopped buying. */
  static boolean leaving(Scores scores, int buckets) {
    return WIN_BACK_IN_PERSON.isFor(scores, buckets)
        || WIN_BACK_WITH_AN_OFFER.isFor(scores, buckets);
  }

  private static int fifth(int score, int buckets) {
    return Math.ceilDiv(score * FIFTHS, buckets);
  }
}
