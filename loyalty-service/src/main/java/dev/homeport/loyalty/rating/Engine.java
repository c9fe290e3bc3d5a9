package dev.homeport.loyalty.rating;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.programme.LotStart;
import dev.homeport.loyalty.programme.LotTimes;
import dev.homeport.loyalty.programme.ProgrammeDocument;
import dev.homeport.loyalty.programme.ProgrammeVersion;
import dev.homeport.loyalty.programme.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each fact of a member deserves: a function of all facts as they now stand and of the
 * versions of the programme, never of what was known when. Live posting, dry runs, backtests and
 * replays call it; there is no second one.
 */
public final class Engine {
  private static final Comparator<Fact> IN_TIME =
      Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id);

  private final Versions versions;
  private final Together together;
  private final boolean remembers;
  private final Map<UUID, Tally> tallies = new HashMap<>();
  private final TierCourses tiers = new TierCourses();
  private @Nullable Fact last;

  /** One that has rated nothing yet. */
  public Engine(Versions versions, Together together) {
    this(versions, together, versions.remembers());
  }

  private Engine(Versions versions, Together together, boolean remembers) {
    this.versions = versions;
    this.together = together;
    this.remembers = remembers;
  }

  /**
   * Rates facts.
   *
   * @param facts all of the member, each at its highest revision; of programmes that {@linkplain
   *     Versions#remembers() remember} nothing any part of them, for then each stands by itself
   * @return one for each fact, in the order of time
   */
  public static List<Rated> rate(
      Versions versions, Collection<? extends Fact> facts, Together together) {
    return new Engine(versions, together).rate(facts);
  }

  /** Rates facts, before any other; {@link #next} can go on. */
  public List<Rated> rate(Collection<? extends Fact> facts) {
    if (last != null) {
      throw new IllegalStateException("It has rated something already");
    }
    List<Rated> ratings =
        facts.stream().<Fact>map(fact -> fact).sorted(IN_TIME).map(this::rate).toList();
    return Idleness.extend(versions, Awaited.open(versions, ratings, together), together);
  }

  /**
   * Asks a condition over a member and the calendar.
   *
   * @param facts all of the member, each at its highest revision
   * @param identity one of the member's
   * @param moment before which facts are looked at
   */
  public static Explanation.Asked ask(
      Versions versions,
      Collection<? extends Fact> facts,
      Together together,
      UUID identity,
      Instant moment,
      Expression condition) {
    var engine = new Engine(versions, together, true);
    facts.stream()
        .<Fact>map(fact -> fact)
        .filter(fact -> fact.occurredAt().isBefore(moment))
        .sorted(IN_TIME)
        .forEach(engine::rate);
    ProgrammeVersion version = versions.at(moment).orElseGet(() -> versions.all().getLast());
    return new Inputs(
            Occasion.of(moment),
            version.document().basis(),
            engine.past(identity, moment, version),
            moment.atZone(version.zone()))
        .ask(condition);
  }

  /**
   * Rates a further fact, that nothing of before depends on: one that happened after all of them,
   * where points neither live on with what is done later nor wait for it. Empty for any other: all
   * have to be rated again.
   */
  public Optional<Rated> next(Fact fact) {
    Fact before = last;
    boolean after = before == null || IN_TIME.compare(fact, before) > 0;
    boolean known = !Idleness.matters(versions) && !Awaited.matters(versions);
    return after && known ? Optional.of(rate(fact)) : Optional.empty();
  }

  private Rated rate(Fact fact) {
    last = fact;
    Optional<ProgrammeVersion> version = versions.at(fact.occurredAt());
    Rated rated =
        switch (fact) {
          case OrderFact order -> rate(order, version);
          case FreeReturnFact back -> rate(back, version);
          case ActivityFact activity -> rate(activity, version);
          case MigrationFact migration ->
              given(migration, migration.programme(), version, Gifts::rate);
          case GrantFact grant -> given(grant, grant.programme(), version, Gifts::rate);
        };
    version.ifPresent(rating -> count(counted(rated, rating), rating));
    return rated;
  }

  /** What later facts see of it: where they are not to be rated again, nothing has come back. */
  private Rated counted(Rated rated, ProgrammeVersion version) {
    return rated.fact() instanceof OrderFact order
            && order.reduced()
            && !version.document().rerateLaterOrders()
        ? rate(order.whole(), Optional.of(version))
        : rated;
  }

  /** Counts a fact for all later ones. */
  private void count(Rated rated, ProgrammeVersion version) {
    tiers.add(rated, version);
    Fact fact = rated.fact();
    boolean stands = fact instanceof OrderFact && rated.explanation().counted() != null;
    if (remembers && (stands || fact instanceof ActivityFact)) {
      Tally tally = tallies.computeIfAbsent(fact.identityId(), _ -> new Tally());
      LocalDate day = fact.occurredAt().atZone(version.zone()).toLocalDate();
      for (Award award : rated.awards()) {
        tally.award(award.rule(), award.points(), day, fact.occurredAt());
      }
      if (stands) {
        tally.order(fact.occurredAt());
      }
    }
  }

  private Rated rate(OrderFact order, Optional<ProgrammeVersion> version) {
    if (version.isEmpty()) {
      return nothing(order, 0, outside(order));
    }
    if (order.cancelled()) {
      return nothing(order, version.get().number(), Reason.CANCELLED);
    }
    if (order.fullyReturned()) {
      return nothing(order, version.get().number(), Reason.FULLY_RETURNED);
    }
    var rating =
        new FactRating(
            version.get(),
            Occasion.of(order, version.get().document().basis()),
            past(order, version.get()));
    Explanation explanation = rating.rate();
    return new Rated(order, awards(order, version.get(), explanation), explanation);
  }

  private Rated rate(ActivityFact activity, Optional<ProgrammeVersion> version) {
    if (version.isEmpty()) {
      return nothing(activity, 0, outside(activity));
    }
    if (activity.withdrawn()) {
      return nothing(activity, version.get().number(), Reason.WITHDRAWN);
    }
    var rating =
        new FactRating(version.get(), Occasion.of(activity), past(activity, version.get()));
    Explanation explanation = rating.rate();
    LotTimes times =
        new LotStart.AtOnce()
            .times(
                activity.happenedAt(), null, version.get().document().life(), version.get().zone());
    return new Rated(activity, awards(explanation, times), explanation);
  }

  /** What is for one programme, whatever its rules say. */
  private <F extends Fact> Rated given(
      F fact,
      String programme,
      Optional<ProgrammeVersion> version,
      BiFunction<F, ProgrammeVersion, Rated> rate) {
    if (version.isEmpty()) {
      return nothing(fact, 0, outside(fact));
    }
    return programme.equals(versions.key())
        ? rate.apply(fact, version.get())
        : nothing(fact, version.get().number(), Reason.OTHER_PROGRAMME);
  }

  private Past past(Fact fact, ProgrammeVersion version) {
    return past(fact.identityId(), fact.occurredAt(), version);
  }

  private Past past(UUID own, Instant moment, ProgrammeVersion version) {
    if (!remembers) {
      return new Past(List.of(), "");
    }
    Set<UUID> identities = together.at(own, moment);
    var known = new ArrayList<Tally>();
    for (UUID identity : identities) {
      Tally tally = tallies.get(identity);
      if (tally != null) {
        known.add(tally);
      }
    }
    return new Past(known, tiers.tier(version, identities, moment));
  }

  private static List<Award> awards(
      OrderFact order, ProgrammeVersion version, Explanation explanation) {
    ProgrammeDocument document = version.document();
    LotTimes times =
        document
            .start()
            .times(order.placedAt(), order.deliveredAt(), document.life(), version.zone());
    return awards(explanation, times);
  }

  private static List<Award> awards(Explanation explanation, LotTimes times) {
    return explanation.rules().stream()
        .filter(rule -> rule.points() > 0)
        .map(
            rule ->
                new Award(
                    rule.rule(),
                    rule.points(),
                    times.waits(),
                    times.usableFrom(),
                    times.expiresAt()))
        .toList();
  }

  private Rated rate(FreeReturnFact back, Optional<ProgrammeVersion> version) {
    if (version.isEmpty()) {
      return nothing(back, 0, outside(back));
    }
    int number = version.get().number();
    if (back.reversed()) {
      return nothing(back, number, Reason.REVERSED);
    }
    ProgrammeDocument document = version.get().document();
    if (document.freeReturns() == ProgrammeDocument.FreeReturns.IGNORE) {
      return nothing(back, number, Reason.IGNORED);
    }
    return new Rated(back, List.of(), taken(back, number, document));
  }

  private static Explanation taken(FreeReturnFact back, int number, ProgrammeDocument document) {
    Explanation.Counted counted = Amounts.of(document.basis(), back);
    Rates rates =
        Rates.of(
            document.currencies(),
            back.market(),
            back.currency(),
            back.exchange(),
            counted.amount(),
            null);
    return switch (rates) {
      case Rates.Nothing(Reason reason) ->
          new Explanation(
              document.key(),
              number,
              back.returnedAt(),
              reason,
              0,
              counted,
              null,
              List.of(),
              List.of(),
              null);
      case Rates.Counts(Explanation.Arithmetic arithmetic) -> {
        long points = arithmetic.exact().setScale(0, document.rounding()).longValueExact();
        yield new Explanation(
            document.key(),
            number,
            back.returnedAt(),
            points == 0 ? Reason.TOO_SMALL : Reason.CLAWED_BACK,
            -points,
            counted,
            document.rounding(),
            List.of(),
            List.of(),
            arithmetic);
      }
    };
  }

  private Reason outside(Fact fact) {
    Instant end = versions.end();
    return end != null && !fact.occurredAt().isBefore(end) ? Reason.AFTER_END : Reason.BEFORE_START;
  }

  private Rated nothing(Fact fact, int version, Reason reason) {
    var explanation =
        new Explanation(
            versions.key(),
            version,
            fact.occurredAt(),
            reason,
            0,
            null,
            null,
            List.of(),
            List.of(),
            null);
    return new Rated(fact, List.of(), explanation);
  }
}
