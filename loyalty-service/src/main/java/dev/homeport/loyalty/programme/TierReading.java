package dev.homeport.loyalty.programme;

import dev.homeport.loyalty.expression.Expression;
import dev.homeport.loyalty.expression.Expressions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tiers of a programme, and finds what contradicts itself in them. */
final class TierReading {
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000_000_000L);
  private static final int MOST_LEVELS = 20;

  private TierReading() {}

  static Optional<TierLadder> optional(Fields fields) {
    return Optional.of(ladder(fields));
  }

  private static TierLadder ladder(Fields fields) {
    return new TierLadder(
        basis(fields),
        fields.neededObject("period", new TierLadder.Period.Anniversary(), TierReading::period),
        fields.choice("up", TierLadder.Up.class, TierLadder.Up.AT_ONCE),
        fields.choice("down", TierLadder.Down.class, TierLadder.Down.TO_FIT),
        grace(fields),
        fields.objects("levels", 1, MOST_LEVELS, TierReading::level));
  }

  private static TierLadder.Basis basis(Fields fields) {
    return switch (fields.neededChoice("basis", Counting.class, Counting.POINTS)) {
      case POINTS -> new TierLadder.Basis.Points();
      case SPEND -> new TierLadder.Basis.Spend();
      case ORDERS -> new TierLadder.Basis.Orders();
      case EXPRESSION -> computed(fields);
    };
  }

  private static TierLadder.Basis computed(Fields fields) {
    if (!fields.has("value")) {
      fields.fault("value", Fault.Code.MISSING, "is missing");
    }
    Expression value = ProgrammeReading.expression(fields, "value", Expressions::orderNumber);
    return value == null ? new TierLadder.Basis.Orders() : new TierLadder.Basis.Computed(value);
  }

  private static int grace(Fields fields) {
    Long days = fields.wholeIfAny("graceDays", 1, 180);
    return days == null ? 0 : days.intValue();
  }

  private static TierLadder.Period period(Fields fields) {
    return switch (fields.neededChoice("type", Kind.class, Kind.ANNIVERSARY)) {
      case ROLLING -> new TierLadder.Period.Rolling((int) fields.whole("months", 1, 120, 1));
      case CALENDAR -> new TierLadder.Period.Calendar(fields.day("begins"));
      case ANNIVERSARY -> new TierLadder.Period.Anniversary();
    };
  }

  private static TierLadder.Level level(Fields fields) {
    String key = fields.text("key", ProgrammeReading.KEY, ProgrammeReading.A_KEY, "level");
    return new TierLadder.Level(
        key, ProgrammeReading.name(fields, key), fields.decimal("from", HIGHEST, BigDecimal.ONE));
  }

  static List<Fault> faults(@Nullable TierLadder ladder) {
    var faults = new ArrayList<Fault>();
    if (ladder == null) {
      return faults;
    }
    if (ladder.period() instanceof TierLadder.Period.Rolling
        && ladder.up() == TierLadder.Up.NEXT_PERIOD) {
      faults.add(
          new Fault(
              "/tiers/up",
              Fault.Code.CONTRADICTION,
              "a rolling period has no next one; tiers are given at once"));
    }
    var keys = new HashSet<String>();
    BigDecimal before = BigDecimal.ZERO;
    for (int i = 0; i < ladder.levels().size(); i++) {
      TierLadder.Level level = ladder.levels().get(i);
      String at = "/tiers/levels/" + i;
      if (!keys.add(level.key())) {
        faults.add(new Fault(at + "/key", Fault.Code.DUPLICATE, "is the key of a lower level too"));
      }
      if (level.from().compareTo(before) <= 0) {
        faults.add(
            new Fault(
                at + "/from", Fault.Code.CONTRADICTION, "must be above that of the level before"));
      }
      before = level.from();
    }
    return faults;
  }

  private enum Counting {
    POINTS,
    SPEND,
    ORDERS,
    EXPRESSION
  }

  private enum Kind {
    ROLLING,
    CALENDAR,
    ANNIVERSARY
  }
}
