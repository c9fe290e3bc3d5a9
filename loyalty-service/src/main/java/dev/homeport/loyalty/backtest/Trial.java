package dev.homeport.loyalty.backtest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario to be tried on members, beside the programme as it is.
 *
 * @param today the programme as it is, seen in the same way; null where nothing is compared
 * @param from what happens before is not told; null: everything is
 * @param zone where months begin
 */
public record Trial(Scenario tried, @Nullable Scenario today, @Nullable Instant from, ZoneId zone) {

  /**
   * What came of it for some members.
   *
   * @param members of whom anything is known
   * @param events that the journal holds of them
   * @param today null where nothing is compared
   */
  public record Outcome(
      long members, long events, Figures tried, @Nullable Figures today, Comparison comparison) {

    /** For nobody. */
    public static Outcome none(boolean compared) {
      return new Outcome(0, 0, Figures.none(), compared ? Figures.none() : null, Comparison.NONE);
    }

    /** With what came of it for others; takes them in. */
    public Outcome plus(Outcome others) {
      tried.add(others.tried);
      if (today != null && others.today != null) {
        today.add(others.today);
      }
      return new Outcome(
          members + others.members,
          events + others.events,
          tried,
          today,
          comparison.plus(others.comparison));
    }
  }

  /** Tries it on some members. */
  public Outcome on(List<MemberJournal> members) {
    var months = months();
    Figures figures = Figures.none();
    Scenario other = today;
    Figures others = other == null ? null : Figures.none();
    var differences = new ArrayList<Difference>();
    long events = 0;
    long known = 0;
    for (MemberJournal member : members) {
      if (member.length() > 0) {
        known++;
        events += member.length();
        long points = MemberFigures.of(member, tried, figures, months, from);
        if (other != null && others != null) {
          long now = MemberFigures.of(member, other, others, months, from);
          differences.add(new Difference(member.customerId(), points, now));
        }
      }
    }
    return new Outcome(known, events, figures, others, Comparison.of(differences));
  }

  Months months() {
    return new Months(zone, tried.end());
  }
}
