package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Attribute;
import dev.homeport.analytics.segment.Expression;
import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.segment.Previews;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Asks about everybody, without moving anybody. */
@ApplicationScoped
class Previewing implements Previews {
  private final SubjectTable subjects;
  private final Moments moments;

  Previewing(SubjectTable subjects, Moments moments) {
    this.subjects = subjects;
    this.moments = moments;
  }

  @Override
  public Preview of(Expression expression, Optional<Segment> instead) {
    Moment moment = moments.now();
    var count = new Count(expression.at(moment), moment, expression.attributes());
    subjects.scan(instead.map(Segment::id), expression.traits(), count::visit);
    return count.preview();
  }

  private static final class Count {
    private final Predicate<Subject> rule;
    private final Moment moment;
    private final List<Attribute> unknown;
    private final List<UUID> entering = new ArrayList<>();
    private final List<UUID> leaving = new ArrayList<>();
    private long population;
    private long size;
    private long enters;
    private long leaves;

    private Count(Predicate<Subject> rule, Moment moment, List<Attribute> attributes) {
      this.rule = rule;
      this.moment = moment;
      this.unknown = new ArrayList<>(attributes);
    }

    private void visit(ResultSet row, Subject subject) throws SQLException {
      population++;
      boolean in = row.getBoolean(2);
      boolean belongs = rule.test(subject);
      if (belongs) {
        size++;
      }
      if (belongs && !in) {
        enters++;
        sample(entering, row);
      } else if (in && !belongs) {
        leaves++;
        sample(leaving, row);
      }
      if (!unknown.isEmpty()) {
        unknown.removeIf(attribute -> !Expression.unknown(attribute, subject, moment));
      }
    }

    private static void sample(List<UUID> sample, ResultSet row) throws SQLException {
      if (sample.size() < SAMPLE) {
        sample.add(row.getObject(1, UUID.class));
      }
    }

    private Preview preview() {
      return new Preview(population, size, enters, entering, leaves, leaving, unknown);
    }
  }
}
