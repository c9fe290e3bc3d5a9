package dev.homeport.analytics.rfm.rest;

import dev.homeport.analytics.derived.Remembered;
import dev.homeport.analytics.report.Content;
import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Figure;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Sentence;
import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.analytics.rfm.Grid;
import dev.homeport.analytics.rfm.Migrations;
import dev.homeport.analytics.rfm.Migrations.Move;
import dev.homeport.analytics.rfm.Scheme;
import dev.homeport.analytics.rfm.Schemes;
import dev.homeport.analytics.rfm.Scores;
import dev.homeport.analytics.rfm.Scoring;
import dev.homeport.analytics.rfm.Snapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Who went from which group to which: the figures of {@code GET /v1/rfm/migrations}. */
@ApplicationScoped
class MovesSection implements Section {
  private static final int DAYS = 30;

  private final Snapshots snapshots;
  private final Schemes schemes;
  private final Remembered remembered;

  MovesSection(Snapshots snapshots, Schemes schemes, Remembered remembered) {
    this.snapshots = snapshots;
    this.schemes = schemes;
    this.remembered = remembered;
  }

  private record Question(String fingerprint, LocalDate first, LocalDate last) {}

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Content> content(Viewpoint viewpoint) {
    LocalDate last = viewpoint.asOf();
    LocalDate first = last.minusDays(DAYS);
    if (first.isBefore(LocalDate.EPOCH)) {
      return Optional.empty();
    }
    Scheme scheme = schemes.find(Scoring.DEFAULT).orElseThrow();
    Migrations migrations =
        remembered.answer(
            new Question(scheme.fingerprint(), first, last),
            () -> snapshots.migrations(scheme, first, last));
    return migrations.customers() == 0
        ? Optional.empty()
        : Optional.of(content(migrations, scheme, new Between.Days(first, last)));
  }

  private static Content content(Migrations migrations, Scheme scheme, Between.Days days) {
    MigrationsView view = MigrationsView.of(migrations, scheme, days);
    Set<String> leaving = leaving(scheme.grid());
    Predicate<String> there = group -> !group.equals(Grid.NOT_YET) && !leaving.contains(group);
    long won = count(migrations, move -> move.from().equals(Grid.NOT_YET));
    long stopped =
        count(migrations, move -> there.test(move.from()) && leaving.contains(move.to()));
    long back =
        count(migrations, move -> leaving.contains(move.from()) && !leaving.contains(move.to()));
    Figure since = Figure.name(Days.said(days.first()));
    return new Content(
        "moves",
        "Who moved",
        List.of(),
        List.of(
            Sentence.of(
                "Since {}, {} bought for the first time, {} stopped buying, and {}" + " came back.",
                since,
                people(won),
                Figure.of(stopped, "good customer", "good customers"),
                Figure.of(back))),
        List.of(),
        List.of(
            Sentence.of(
                "From the end of {} to the end of {}: where customers were is on the left, where"
                    + " they are now at the top. Who stayed is written without a shade.",
                since,
                Figure.name(Days.said(days.last())))),
        MovesExhibit.of(view).stream().toList());
  }

  private static Figure people(long customers) {
    return Figure.of(customers, "customer", "customers");
  }

  private static long count(Migrations migrations, Predicate<Move> which) {
    return migrations.moves().stream().filter(which).mapToLong(Move::customers).sum();
  }

  /** The groups that hold nobody but good customers who have stopped buying. */
  private static Set<String> leaving(Grid grid) {
    int buckets = grid.buckets();
    var leaving = new HashSet<String>();
    var others = new HashSet<String>();
    for (int r = 1; r <= buckets; r++) {
      for (int f = 1; f <= buckets; f++) {
        for (int m = 1; m <= buckets; m++) {
          var scores = new Scores(r, f, m);
          Set<String> kind = Course.leaving(scores, buckets) ? leaving : others;
          kind.add(grid.group(scores).key());
        }
      }
    }
    leaving.removeAll(others);
    return leaving;
  }
}
