package dev.homeport.order.order;

import dev.homeport.order.currency.Conversion;
import dev.homeport.platform.time.Revision;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it now stands: the latest document, and what was reported about it. Where it has come
 * and which returns count follows from these alone.
 *
 * @param fingerprint of the last accepted document
 * @param day the calendar day of the order where the tenant lives
 * @param conversion into the reporting currency; absent while its rate is not known
 * @param backfill whether the last accepted document was history
 * @param recorded when the last accepted document came
 * @param revision rises with every change that others are told of
 * @param version counts the changes, from 1
 */
public record Order(
    UUID id,
    OrderDocument document,
    String fingerprint,
    LocalDate day,
    Facts facts,
    @Nullable Conversion conversion,
    boolean backfill,
    Recorded recorded,
    long revision,
    int version) {

  /** The order that comes into being with the first document of its key. */
  public static Decision.Accepted first(Submission submission, UUID id, Setting setting) {
    OrderDocument document = submission.document();
    LocalDate day = document.day(setting.zone());
    return new Decision.Accepted(
        new Order(
            id,
            document,
            submission.fingerprint(),
            day,
            new Facts(List.of(Claim.of(document)), List.of(), List.of()),
            setting.rates().on(day, document.currency()).orElse(null),
            submission.backfill(),
            new Recorded(setting.clock().instant(), submission.by()),
            Revision.next(Revision.NONE, setting.clock()),
            1));
  }

  /** Takes a further document of the same key. */
  public Decision take(Submission submission, Setting setting) {
    OrderDocument next = submission.document();
    int age = next.laterThan(document);
    boolean same = submission.fingerprint().equals(fingerprint);
    if (!same && age == 0) {
      return new Decision.Conflict(this);
    }
    Facts more = facts.with(Claim.of(next));
    if (same) {
      return new Decision.Unchanged(
          age > 0
              ? with(document.standingSince(next), more, setting.clock())
              : with(document, more, setting.clock()));
    }
    return age < 0
        ? new Decision.Ignored(with(document, more, setting.clock()))
        : new Decision.Revised(revised(submission, more, setting), this);
  }

  /** Where it has come, with the times. */
  public Standing standing() {
    return Standing.of(facts);
  }

  public OrderState state() {
    return standing().state();
  }

  public BigDecimal total() {
    return document.total();
  }

  /** Which of its returns count. */
  public ReturnBook returnBook() {
    return facts.returns().isEmpty()
        ? ReturnBook.of(document, new OrderState.Placed(), List.of())
        : ReturnBook.of(document, state(), facts.returns());
  }

  /** What was refunded, in the order's currency. */
  public BigDecimal returned() {
    return returnBook().amount();
  }

  /** How much of a line came back. */
  public BigDecimal returnedQuantity(int lineNo) {
    return returnBook().quantities().getOrDefault(lineNo, BigDecimal.ZERO);
  }

  /**
   * A step that somebody asks for. Legal is what the state allows, and what lies behind it and was
   * not told so far: a payment that is reported after the shipment, with its earlier time.
   */
  public StepDecision step(Step step, Clock clock) {
    Standing now = standing();
    if (facts.knows(step)
        || (now.state() instanceof OrderState.Cancelled && step.kind() == StepKind.CANCELLATION)) {
      return new StepDecision.Already(this);
    }
    if (!now.state().allows(step.kind()) && !late(step, now)) {
      return new StepDecision.Illegal(now.state());
    }
    return new StepDecision.Done(with(document, facts.with(step), clock));
  }

  private boolean late(Step step, Standing now) {
    OrderStatus status = now.state().status();
    var reached = now.reached().get(status);
    return status != OrderStatus.CANCELLED
        && step.kind().reaches().compareTo(status) < 0
        && facts.steps().stream().noneMatch(known -> known.kind() == step.kind())
        && reached != null
        && step.at().isBefore(reached);
  }

  /** Takes goods back, if all of it counts at once. */
  public ReturnDecision giveBack(LineReturn back, Clock clock) {
    var known = facts.known(back);
    if (known.isPresent()) {
      return known.get().sameContentAs(back)
          ? new ReturnDecision.Known(this, known.get())
          : new ReturnDecision.Conflict(known.get());
    }
    return switch (state()) {
      case OrderState.Returnable _ ->
          ReturnRules.refusal(this, back)
              .orElseGet(
                  () -> new ReturnDecision.Recorded(with(document, facts.with(back), clock), back));
      case OrderState.Placed state -> new ReturnDecision.NotReturnable(state);
      case OrderState.Cancelled state -> new ReturnDecision.NotReturnable(state);
    };
  }

  /** Hears of something from its source, in whatever order. */
  public FactDecision hear(SourceFact fact, Clock clock) {
    return switch (fact) {
      case SourceFact.Stepped(Step step) ->
          facts.knows(step)
              ? new FactDecision.Known(this)
              : new FactDecision.Taken(with(document, facts.with(step), clock));
      case SourceFact.Returned(LineReturn back) -> hear(back, clock);
    };
  }

  private FactDecision hear(LineReturn back, Clock clock) {
    var known = facts.known(back);
    if (known.isPresent()) {
      return known.get().sameContentAs(back)
          ? new FactDecision.Known(this)
          : new FactDecision.Conflict(this, known.get());
    }
    Order with = with(document, facts.with(back), clock);
    Held held = with.returnBook().of(back.id()).orElseThrow().held();
    return held == null ? new FactDecision.Taken(with) : new FactDecision.Kept(with, held);
  }

  /** Says that a return was a mistake. */
  public ReversalDecision reverse(UUID returnId, Reversal reversal, Clock clock) {
    return facts
        .known(returnId)
        .<ReversalDecision>map(
            back -> {
              if (back.reversal() != null) {
                return new ReversalDecision.Already(this, back);
              }
              LineReturn mistake = back.reversed(reversal);
              Order without = with(document, facts.instead(mistake), clock);
              return new ReversalDecision.Reversed(without, mistake);
            })
        .orElseGet(ReversalDecision.NoSuchReturn::new);
  }

  /** States the order in the reporting currency, by a rate that is known now. */
  public Order converted(Conversion rate, Clock clock) {
    return new Order(
        id,
        document,
        fingerprint,
        day,
        facts,
        rate,
        backfill,
        recorded,
        Revision.next(revision, clock),
        version + 1);
  }

  private Order revised(Submission submission, Facts more, Setting setting) {
    OrderDocument next = submission.document();
    LocalDate nextDay = next.day(setting.zone());
    // Room for what the buyer is told whose order it is no longer.
    boolean moved = !next.identityId().equals(document.identityId());
    boolean sameRate = nextDay.equals(day) && next.currency().equals(document.currency());
    Conversion rate =
        sameRate && conversion != null
            ? conversion
            : setting.rates().on(nextDay, next.currency()).orElse(null);
    return new Order(
        id,
        next,
        submission.fingerprint(),
        nextDay,
        more,
        rate,
        submission.backfill(),
        new Recorded(setting.clock().instant(), submission.by()),
        Revision.next(moved ? revision + 1 : revision, setting.clock()),
        version + 1);
  }

  /** Others are told only of what they could see. */
  private Order with(OrderDocument standing, Facts more, Clock clock) {
    if (more.equals(facts) && standing.equals(document)) {
      return this;
    }
    Order next = changed(standing, more, Revision.next(revision, clock));
    return next.looksLike(this) ? changed(standing, more, revision) : next;
  }

  private boolean looksLike(Order other) {
    return state().equals(other.state())
        && returnBook().counted().equals(other.returnBook().counted());
  }

  private Order changed(OrderDocument standing, Facts more, long nextRevision) {
    return new Order(
        id,
        standing,
        fingerprint,
        day,
        more,
        conversion,
        backfill,
        recorded,
        nextRevision,
        version + 1);
  }
}
