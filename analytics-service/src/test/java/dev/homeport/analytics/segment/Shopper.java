package dev.homeport.analytics.segment;

import dev.homeport.analytics.fact.Contribution;
import dev.homeport.analytics.fact.Fact;
import dev.homeport.analytics.fact.Line;
import dev.homeport.analytics.points.MemberPoints;
import dev.homeport.analytics.profile.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer as a test sees it, worked out from facts by the plainest means. */
public record Shopper(
    UUID id,
    List<Fact> facts,
    Optional<Profile> profile,
    Map<String, Instant> allowed,
    ZoneId zone,
    Instant now,
    Optional<MemberPoints> points,
    Optional<Rfm> rfm) {

  /** Scores and group. */
  public record Rfm(int r, int f, int m, String group) {
    int fm() {
      return (f + m + 1) / 2;
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  LocalDate day(Fact fact) {
    return LocalDate.ofInstant(fact.at(), zone);
  }

  List<Fact> orders() {
    return facts.stream().filter(Fact::counted).toList();
  }

  long count() {
    return orders().size();
  }

  double gross() {
    return sum(Contribution::gross).doubleValue();
  }

  double returned() {
    return sum(Contribution::returned).doubleValue();
  }

  BigDecimal exactNet() {
    return sum(c -> c.gross().subtract(c.returned()));
  }

  double net() {
    return exactNet().doubleValue();
  }

  private BigDecimal sum(Function<Contribution, BigDecimal> what) {
    return facts.stream()
        .flatMap(fact -> fact.contribution().stream())
        .map(what)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Optional<LocalDate> first() {
    return orders().stream().map(this::day).min(Comparator.naturalOrder());
  }

  Optional<LocalDate> last() {
    return orders().stream().map(this::day).max(Comparator.naturalOrder());
  }

  /** Days since the last order; a million when there is none. */
  long away() {
    return last().map(day -> today().toEpochDay() - day.toEpochDay()).orElse(1_000_000L);
  }

  long ordersBetween(LocalDate from, LocalDate to) {
    return orders().stream().filter(order -> within(order, from, to)).count();
  }

  double netBetween(LocalDate from, LocalDate to) {
    return orders().stream()
        .filter(order -> within(order, from, to))
        .flatMap(order -> order.contribution().stream())
        .map(c -> c.gross().subtract(c.returned()))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private boolean within(Fact order, LocalDate from, LocalDate to) {
    return !day(order).isBefore(from) && !day(order).isAfter(to);
  }

  Set<String> channels() {
    return orders().stream().map(o -> o.origin().channel()).collect(Collectors.toSet());
  }

  Set<String> markets() {
    return orders().stream().map(o -> o.origin().market()).collect(Collectors.toSet());
  }

  private Stream<Line> kept(Fact order) {
    return order.basket().lines().stream()
        .filter(line -> line.quantity().compareTo(line.returned()) > 0);
  }

  Optional<LocalDate> lastBought(String category) {
    return orders().stream()
        .filter(
            order -> kept(order).anyMatch(line -> line.category().equals(Optional.of(category))))
        .map(this::day)
        .max(Comparator.naturalOrder());
  }

  boolean bought(String sku) {
    return orders().stream().flatMap(this::kept).anyMatch(line -> line.sku().equals(sku));
  }

  String country() {
    return profile.map(Profile::country).orElse(null);
  }

  String language() {
    return profile.map(Profile::language).orElse(null);
  }

  List<String> tags() {
    return profile.map(Profile::tags).orElse(List.of());
  }

  boolean allows(String purpose) {
    return allowed.getOrDefault(purpose, Instant.MIN).isAfter(now);
  }

  /** 0 of whom nothing was told. */
  long available() {
    return points.map(MemberPoints::available).orElse(0L);
  }

  boolean scored(java.util.function.Predicate<Rfm> how) {
    return rfm.filter(how).isPresent();
  }
}
