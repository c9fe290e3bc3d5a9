package dev.homeport.order.support;

import dev.homeport.order.intake.OrderIntake;
import dev.homeport.order.intake.ReturnIntake;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.Line;
import dev.homeport.order.order.LineKind;
import dev.homeport.order.order.LineReturn;
import dev.homeport.order.order.OrderChanges;
import dev.homeport.order.order.OrderDocument;
import dev.homeport.order.order.OrderKey;
import dev.homeport.order.order.OrderStatus;
import dev.homeport.order.order.Recorded;
import dev.homeport.order.order.Samples;
import dev.homeport.order.order.SourceFact;
import dev.homeport.order.order.Step;
import dev.homeport.order.order.StepKind;
import dev.homeport.order.order.Submission;
import dev.homeport.order.returns.ReturnDocument;
import dev.homeport.order.returns.ReturnSubmission;
import dev.homeport.order.returns.ReturnedItem;
import dev.homeport.platform.tenant.TenantSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of a few orders: documents, steps and returns with source times that lie close
 * together, so that they meet, overtake and contradict each other. What contradicts itself (other
 * content of the same moment, another return of the same number) does not occur: it is refused.
 */
public final class Histories {
  private static final int SECONDS = 8;

  private final Random random;
  private final List<Telling> history = new ArrayList<>();
  private final Set<String> freeNumbers = new HashSet<>();

  private Histories(Random random) {
    this.random = random;
  }

  /** Where things are told. */
  public record Ears(
      OrderIntake orders, ReturnIntake returns, OrderChanges changes, TenantSettings tenant) {
    /** Everything of one world. */
    public static Ears of(Worlds.World world) {
      return new Ears(world.intake(), world.returnIntake(), world.changes(), Worlds.TENANT);
    }
  }

  /** One thing that a source tells, once. */
  public sealed interface Telling {
    Instant at();

    record Document(Submission submission) implements Telling {
      @Override
      public Instant at() {
        return submission.document().revisedAt();
      }
    }

    record Fact(OrderChanges.Told told) implements Telling {
      @Override
      public Instant at() {
        return switch (told.fact()) {
          case SourceFact.Stepped(Step step) -> step.at();
          case SourceFact.Returned(LineReturn back) -> back.returnedAt();
        };
      }
    }

    record Free(ReturnSubmission submission) implements Telling {
      @Override
      public Instant at() {
        return submission.document().returnedAt();
      }
    }
  }

  /** The history of a seed, by source time. */
  public static List<Telling> of(long seed) {
    var histories = new Histories(new Random(seed));
    int orders = 1 + histories.random.nextInt(3);
    for (int number = 0; number < orders; number++) {
      histories.order("n-" + number);
    }
    histories.history.sort(Comparator.comparing(Telling::at));
    return histories.history;
  }

  /** The same things in any order, some of them twice. */
  public static List<Telling> shuffled(List<Telling> history, Random random) {
    var told = new ArrayList<>(history);
    for (Telling one : history) {
      if (random.nextInt(3) == 0) {
        told.add(one);
      }
    }
    Collections.shuffle(told, random);
    return told;
  }

  /** Tells one thing after the other. */
  public static void tell(List<Telling> told, Ears ears) {
    told.forEach(one -> tellTogether(List.of(one), ears));
  }

  /** Tells groups of what is alike and follows on one another. */
  public static void tellInGroups(List<Telling> told, Random random, Ears ears) {
    for (int from = 0; from < told.size(); ) {
      int to = from + 1;
      while (to < told.size()
          && random.nextInt(3) > 0
          && told.get(to).getClass() == told.get(from).getClass()) {
        to++;
      }
      tellTogether(told.subList(from, to), ears);
      from = to;
    }
  }

  /** Tells things of one kind in one call. */
  public static void tellTogether(List<Telling> group, Ears ears) {
    var documents = new ArrayList<Submission>();
    var facts = new ArrayList<OrderChanges.Told>();
    var returns = new ArrayList<ReturnSubmission>();
    for (Telling one : group) {
      switch (one) {
        case Telling.Document(Submission submission) -> documents.add(submission);
        case Telling.Fact(OrderChanges.Told told) -> facts.add(told);
        case Telling.Free(ReturnSubmission submission) -> returns.add(submission);
      }
    }
    if (!documents.isEmpty()) {
      ears.orders().accept(documents, ears.tenant());
    }
    if (!facts.isEmpty()) {
      ears.changes().take(facts);
    }
    if (!returns.isEmpty()) {
      ears.returns().accept(returns, ears.tenant());
    }
  }

  private void order(String number) {
    OrderKey key = new OrderKey("shop-de", number);
    Set<String> moments = new HashSet<>();
    int documents = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(4);
    for (int i = 0; i < documents; i++) {
      int version = random.nextInt(3);
      Instant at = time();
      if (moments.add(at + " " + version)) {
        history.add(new Telling.Document(document(number, at, version)));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      StepKind kind = StepKind.values()[random.nextInt(StepKind.values().length)];
      Step step = Step.of(kind, time(), new Recorded(time(), "source"));
      history.add(new Telling.Fact(new OrderChanges.Told(key, new SourceFact.Stepped(step))));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      if (random.nextBoolean()) {
        history.add(new Telling.Fact(new OrderChanges.Told(key, back("R-" + i))));
      } else {
        // Numbers of free returns are unique within the channel, and may be those of line returns.
        String shared = "R-" + (1 + random.nextInt(3));
        boolean clash = random.nextInt(4) == 0 && freeNumbers.add(shared);
        history.add(new Telling.Free(freeReturn(clash ? shared : number + "/" + i, number)));
      }
    }
  }

  private Instant time() {
    return Samples.PLACED.plusSeconds(random.nextInt(SECONDS));
  }

  private Submission document(String number, Instant at, long version) {
    var lines = new ArrayList<Line>();
    for (int lineNo = 1; lineNo <= 1 + random.nextInt(3); lineNo++) {
      lines.add(line(lineNo));
    }
    OrderStatus status = OrderStatus.values()[random.nextInt(OrderStatus.values().length)];
    OrderDocument plain = Samples.document(number, status, at, lines.toArray(new Line[0]));
    return Samples.submission(Samples.version(plain, version));
  }

  /** Two articles on up to three lines, so that an article may be on several. */
  private Line line(int lineNo) {
    return new Line(
        lineNo,
        "SKU-" + random.nextInt(2),
        null,
        null,
        new BigDecimal(1 + random.nextInt(2)),
        new BigDecimal(1 + random.nextInt(3)),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        LineKind.PRODUCT);
  }

  private SourceFact back(String number) {
    return new SourceFact.Returned(
        new LineReturn(
            new UUID(random.nextLong(), random.nextLong()),
            number,
            time(),
            new BigDecimal(random.nextInt(4)),
            null,
            List.of(
                new LineReturn.ReturnedLine(
                    1 + random.nextInt(3), new BigDecimal(1 + random.nextInt(2))))));
  }

  private ReturnSubmission freeReturn(String number, @Nullable String order) {
    var item =
        new ReturnedItem(
            1,
            "SKU-" + random.nextInt(2),
            null,
            new BigDecimal(1 + random.nextInt(2)),
            new BigDecimal(1 + random.nextInt(2)),
            LineKind.PRODUCT);
    var document =
        new ReturnDocument(
            new OrderKey("shop-de", number),
            Samples.IDENTITY,
            "DE",
            time(),
            Samples.EUR,
            List.of(item),
            null,
            null,
            order);
    return new ReturnSubmission(document, new Buyer("c-778", null, null, null, null, "DE"), false);
  }
}
