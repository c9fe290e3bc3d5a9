package dev.homeport.loyalty.programme;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the way through currencies on which points gain most. Whoever spends one unit of the
 * common measure in a place gets {@code earn / reference} points, and each is worth {@code burn *
 * reference} in the place where it is spent. Who stays at home gets back the product of both there;
 * a way gains what it gives back beyond that. Places are the currencies, and those of markets that
 * have tables of their own. Whoever earns by the exchange rate that is kept with an order gets the
 * same for one unit of the common measure in any currency: what a unit of the programme's own
 * currency earns. Such currencies are one place more, in which nobody spends. As any two of them
 * can be combined, the best way leads from the home that gives back least through the place that
 * gives most points to the one where they are worth most; no longer one can gain more, for points
 * are not converted on the way.
 */
public final class Arbitrage {
  private static final String ANY_OTHER = "any other";

  private Arbitrage() {}

  /**
   * A way from one place through others.
   *
   * @param places where one stays, where one earns, where one spends
   * @param gain how much more it gives back than staying: 16 for seventeen times as much
   */
  public record Way(List<String> places, BigDecimal gain) {
    /** Copies. */
    public Way {
      places = List.copyOf(places);
    }

    /** For example {@code EUR -> ZAR -> EUR gains 1600.0 %}. */
    public String text() {
      BigDecimal percent = gain.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
      return "%s gains %s %%".formatted(String.join(" -> ", places), percent.toPlainString());
    }
  }

  /** The way that gains most; empty when nobody can both earn and spend at home. */
  public static Optional<Way> best(Currencies currencies) {
    List<Place> places = places(currencies);
    Optional<Place> home = first(places, Place::back, Comparator.naturalOrder());
    Optional<Place> earning = first(places, Place::earned, Comparator.reverseOrder());
    Optional<Place> spending = first(places, Place::worth, Comparator.reverseOrder());
    return home.flatMap(from -> earning.flatMap(by -> spending.map(to -> way(from, by, to))));
  }

  /** The first of the places for which a value comes first. */
  private static Optional<Place> first(
      List<Place> places,
      Function<Place, @Nullable BigDecimal> value,
      Comparator<BigDecimal> order) {
    return places.stream()
        .filter(place -> value.apply(place) != null)
        .min(Comparator.comparing(place -> Objects.requireNonNull(value.apply(place)), order));
  }

  private static Way way(Place home, Place earning, Place spending) {
    BigDecimal back = known(earning.earned()).multiply(known(spending.worth()));
    BigDecimal gain =
        back.divide(known(home.back()), MathContext.DECIMAL128).subtract(BigDecimal.ONE);
    return new Way(List.of(home.name(), earning.name(), spending.name()), gain);
  }

  private static BigDecimal known(@Nullable BigDecimal value) {
    return Objects.requireNonNull(value);
  }

  static List<Fault> faults(ProgrammeDocument document) {
    List<Fault> unmeasured = unmeasured(document.currencies());
    return unmeasured.isEmpty()
        ? best(document.currencies())
            .filter(way -> way.gain().compareTo(document.tolerance()) > 0)
            .map(way -> List.of(fault(way, document.tolerance())))
            .orElse(List.of())
        : unmeasured;
  }

  private static Fault fault(Way way, BigDecimal tolerance) {
    return new Fault(
        "/currencies",
        Fault.Code.ARBITRAGE,
        "%s, more than the tolerance of %s".formatted(way.text(), tolerance.toPlainString()));
  }

  /** Where points can be spent, currencies are compared, so each has to say what it is worth. */
  private static List<Fault> unmeasured(Currencies currencies) {
    var faults = new ArrayList<Fault>();
    Map<Currency, CurrencyTerms> everywhere = currencies.everywhere();
    boolean spent = places(currencies).stream().anyMatch(place -> place.worth() != null);
    StoredRate stored = currencies.storedRate();
    boolean elsewhere = stored != null && !everywhere.containsKey(stored.currency());
    boolean several = everywhere.size() > 1 || !currencies.markets().isEmpty() || elsewhere;
    if (spent && elsewhere) {
      faults.add(
          new Fault(
              "/storedRate/currency",
              Fault.Code.CONTRADICTION,
              "must be listed with its reference where points can be spent"));
    }
    if (spent && several) {
      everywhere.forEach((currency, terms) -> check("/currencies/", currency, terms, faults));
      currencies
          .markets()
          .forEach(
              (market, table) ->
                  table.forEach(
                      (currency, terms) -> {
                        if (!everywhere.containsKey(currency)) {
                          check("/markets/" + market + "/currencies/", currency, terms, faults);
                        }
                      }));
    }
    return faults;
  }

  private static void check(
      String table, Currency currency, CurrencyTerms terms, List<Fault> faults) {
    if (terms.reference() == null) {
      faults.add(
          new Fault(
              table + currency + "/reference",
              Fault.Code.CONTRADICTION,
              "is needed to compare currencies where points can be spent"));
    }
  }

  private static List<Place> places(Currencies currencies) {
    var places = new ArrayList<Place>();
    Map<Currency, CurrencyTerms> everywhere = currencies.everywhere();
    StoredRate stored = currencies.storedRate();
    everywhere.forEach((currency, terms) -> places.add(Place.of("", currency, terms, currencies)));
    currencies
        .markets()
        .forEach(
            (market, table) ->
                table.forEach(
                    (currency, terms) ->
                        places.add(Place.of(market + ":", currency, terms, currencies))));
    if (stored != null) {
      places.add(new Place(ANY_OTHER, earnedByStoredRate(stored, everywhere), null));
    }
    places.sort(Comparator.comparing(Place::name));
    return places;
  }

  private static BigDecimal earnedByStoredRate(
      StoredRate stored, Map<Currency, CurrencyTerms> everywhere) {
    CurrencyTerms own = everywhere.get(stored.currency());
    BigDecimal reference = own == null ? null : own.reference();
    return reference == null
        ? stored.earn()
        : stored.earn().divide(reference, MathContext.DECIMAL128);
  }

  /**
   * Somewhere to buy.
   *
   * @param earned points for one unit of the common measure
   * @param worth of a point in the common measure
   */
  private record Place(String name, @Nullable BigDecimal earned, @Nullable BigDecimal worth) {
    static Place of(String prefix, Currency currency, CurrencyTerms terms, Currencies currencies) {
      BigDecimal measure = measure(currency, terms, currencies.everywhere());
      BigDecimal burn = terms.burn();
      return new Place(
          prefix + currency,
          earned(terms.earn(), measure, currencies),
          burn == null ? null : burn.multiply(measure));
    }

    private static @Nullable BigDecimal earned(
        @Nullable BigDecimal earn, BigDecimal measure, Currencies currencies) {
      StoredRate stored = currencies.storedRate();
      if (stored != null && stored.reach() == StoredRate.Reach.ALL) {
        return earnedByStoredRate(stored, currencies.everywhere());
      }
      return earn == null ? null : earn.divide(measure, MathContext.DECIMAL128);
    }

    private static BigDecimal measure(
        Currency currency, CurrencyTerms terms, Map<Currency, CurrencyTerms> everywhere) {
      BigDecimal own = terms.reference();
      CurrencyTerms general = everywhere.get(currency);
      BigDecimal stated = own == null && general != null ? general.reference() : own;
      return stated == null ? BigDecimal.ONE : stated;
    }

    @Nullable BigDecimal back() {
      return earned == null || worth == null ? null : earned.multiply(worth);
    }
  }
}
