package dev.homeport.loyalty.programme;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the programme of its configuration, or says what is wrong with it. */
public final class ConfiguredProgramme {
  private final ProgrammeConfig config;

  /** Reads nothing yet. */
  public ConfiguredProgramme(ProgrammeConfig config) {
    this.config = config;
  }

  /**
   * The programme as a checked value.
   *
   * @throws IllegalArgumentException when there are {@link #faults}
   */
  public Programme programme() {
    return new Programme(
        config.key(),
        config.version(),
        config.start(),
        rates(),
        config.rounding(),
        floor(),
        life(),
        new Basis(config.shippingEarns(), config.taxEarns()));
  }

  /** What cannot be used, a sentence each that begins with the property. */
  public List<String> faults() {
    var faults = new ArrayList<String>();
    check(faults, "key", () -> Programme.requireKey(config.key()));
    check(faults, "version", () -> Programme.requireVersion(config.version()));
    check(faults, "points", this::rates);
    check(faults, "rounding", () -> Programme.requireRounding(config.rounding()));
    check(faults, "overdraft", this::floor);
    check(faults, "lots-expire-after-months", this::life);
    return faults;
  }

  private PointRates rates() {
    return new PointRates(
        config.pointsPerCurrency().entrySet().stream()
            .collect(Collectors.toMap(rate -> currency(rate.getKey()), Map.Entry::getValue)));
  }

  private OverdraftFloor floor() {
    return OverdraftFloor.parse(config.overdraft());
  }

  private LotLife life() {
    return config
        .lotsExpireAfterMonths()
        .<LotLife>map(LotLife.Months::new)
        .orElseGet(LotLife.Never::new);
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("each currency is one of ISO 4217");
    }
  }

  private static void check(List<String> faults, String setting, Runnable use) {
    try {
      use.run();
    } catch (IllegalArgumentException e) {
      faults.add("homeport.loyalty.programme." + setting + ": " + e.getMessage());
    }
  }
}
