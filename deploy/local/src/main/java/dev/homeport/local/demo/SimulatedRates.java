package dev.homeport.local.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Exchange rates of working days that never were: each currency wanders around a plausible level by
 * about 0.4 % a day and is drawn back to it. In the form of the European Central Bank's file.
 */
final class SimulatedRates {

  private static final double DAILY = 0.004;
  private static final double PULL = 0.02;
  private static final MathContext DIGITS = new MathContext(5);
  private static final List<Tender> QUOTED =
      Arrays.stream(Tender.values()).filter(tender -> tender != Tender.EUR).toList();

  private final Dice dice;
  private final double[] away = new double[QUOTED.size()];

  SimulatedRates(Dice dice) {
    this.dice = dice;
  }

  /** A header and one line a working day, both ends included. */
  String csv(LocalDate from, LocalDate to) {
    var file = new StringBuilder("Date,");
    file.append(QUOTED.stream().map(Tender::name).collect(Collectors.joining(",")));
    from.datesUntil(to.plusDays(1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .forEach(day -> file.append('\n').append(day).append(',').append(quotes()));
    return file.append('\n').toString();
  }

  private String quotes() {
    var quotes = new String[away.length];
    for (int i = 0; i < away.length; i++) {
      away[i] += DAILY * dice.normal() - PULL * away[i];
      quotes[i] =
          QUOTED
              .get(i)
              .perEuro()
              .multiply(BigDecimal.valueOf(StrictMath.exp(away[i])), DIGITS)
              .toPlainString();
    }
    return String.join(",", quotes);
  }
}
