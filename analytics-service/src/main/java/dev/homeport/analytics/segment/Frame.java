package dev.homeport.analytics.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an expression is worked out on: a customer, a moment, and the variables of its loops. */
final class Frame {
  private final @Nullable Object[] locals;
  private final Moment moment;
  private Subject subject;

  Frame(Subject subject, Moment moment, int locals) {
    this.subject = subject;
    this.moment = moment;
    this.locals = new Object[locals];
  }

  /** Goes on to another customer. */
  Frame on(Subject next) {
    subject = next;
    return this;
  }

  Moment moment() {
    return moment;
  }

  @Nullable Object trait(Trait trait) {
    return subject.get(trait);
  }

  List<?> list(Trait trait) {
    return subject.get(trait) instanceof List<?> list ? list : List.of();
  }

  @Nullable Object local(int slot) {
    return locals[slot];
  }

  void set(int slot, @Nullable Object value) {
    locals[slot] = value;
  }
}
