package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.programme.Basis;
import dev.homeport.loyalty.programme.LotLife;
import dev.homeport.loyalty.programme.OverdraftFloor;
import dev.homeport.loyalty.programme.PointRates;
import dev.homeport.loyalty.programme.Programme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/** Programmes for tests: one point per euro and pound, from December 2010 on. */
public final class Programmes {
  public static final Instant START = Instant.parse("2010-12-01T00:00:00Z");
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Currency GBP = Currency.getInstance("GBP");

  private Programmes() {}

  public static Programme with(OverdraftFloor floor) {
    return with(floor, new LotLife.Never(), Basis.WHOLE);
  }

  public static Programme with(OverdraftFloor floor, LotLife life, Basis basis) {
    var rates = new PointRates(Map.of(EUR, BigDecimal.ONE, GBP, BigDecimal.ONE));
    return new Programme("points", 1, START, rates, RoundingMode.FLOOR, floor, life, basis);
  }
}
