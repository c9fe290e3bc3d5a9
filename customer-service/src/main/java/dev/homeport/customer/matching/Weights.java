package dev.homeport.customer.matching;

import dev.homeport.customer.matching.Evidence.Agreement;
import dev.homeport.customer.matching.Evidence.Subject;
import java.util.List;

/**
 * How often two values agree in this way among pairs of one person (m) and among pairs of two
 * people (u), after Fellegi and Sunter, A Theory for Record Linkage, JASA 64 (1969); the weight is
 * {@code log2(m / u)}. The figures are those of pairs that share a postcode or a contact point, for
 * others are not compared.
 */
final class Weights {
  private static final List<Row> TABLE =
      List.of(
          new Row(Subject.NAME, Agreement.SAME, 0.80, 0.0010),
          new Row(Subject.NAME, Agreement.CONTAINED, 0.06, 0.0010),
          new Row(Subject.NAME, Agreement.LIKE, 0.09, 0.0040),
          new Row(Subject.NAME, Agreement.HALF, 0.03, 0.3000),
          new Row(Subject.NAME, Agreement.DIFFERENT, 0.02, 0.6900),
          new Row(Subject.EMAIL, Agreement.SAME, 0.50, 0.0010),
          new Row(Subject.EMAIL, Agreement.PART, 0.20, 0.0050),
          new Row(Subject.EMAIL, Agreement.DIFFERENT, 0.30, 0.9900),
          new Row(Subject.PHONE, Agreement.SAME, 0.55, 0.0010),
          new Row(Subject.PHONE, Agreement.PART, 0.05, 0.0010),
          new Row(Subject.PHONE, Agreement.DIFFERENT, 0.40, 0.9900),
          new Row(Subject.ADDRESS, Agreement.SAME, 0.65, 0.0050),
          new Row(Subject.POSTCODE, Agreement.SAME, 0.20, 0.0500),
          new Row(Subject.ADDRESS, Agreement.DIFFERENT, 0.30, 0.9400),
          new Row(Subject.BIRTHDAY, Agreement.SAME, 0.97, 0.0030),
          new Row(Subject.BIRTHDAY, Agreement.DIFFERENT, 0.03, 0.9970));

  private Weights() {}

  private record Row(Subject field, Agreement agreement, double m, double u) {

    double weight() {
      return Math.log(m / u) / Math.log(2);
    }
  }

  /** What two values that agree in this way say. */
  static Evidence of(Subject field, Agreement agreement) {
    double weight =
        TABLE.stream()
            .filter(row -> row.field == field && row.agreement == agreement)
            .findFirst()
            .orElseThrow()
            .weight();
    return new Evidence(field, agreement, Math.round(weight * 100) / 100.0);
  }

  /** A value that says nothing. */
  static Evidence nothing(Subject field, Agreement agreement) {
    return new Evidence(field, agreement, 0);
  }

  /** The sum of what all fields say. */
  static double sum(List<Evidence> evidence) {
    return Math.round(evidence.stream().mapToDouble(Evidence::weight).sum() * 100) / 100.0;
  }
}
