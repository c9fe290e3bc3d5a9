package dev.homeport.order.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the reported returns count. They are taken in the order of source time, each as long as
 * something of its lines and of the order's total is left: never more comes back than was bought,
 * neither of a line nor in money. A function of the order as it stands, so that it does not matter
 * in which order documents, steps and returns were told.
 */
public record ReturnBook(List<Entry> entries) {
  private static final ReturnBook EMPTY = new ReturnBook(List.of());

  /**
   * One return.
   *
   * @param lines what came back of which line; empty where it does not count
   * @param held why it does not count; null when it does
   */
  public record Entry(LineReturn back, List<LineReturn.ReturnedLine> lines, @Nullable Held held) {
    public Entry {
      lines = List.copyOf(lines);
    }

    /** Whether it counts. */
    public boolean counts() {
      return held == null;
    }
  }

  public ReturnBook {
    entries = List.copyOf(entries);
  }

  static ReturnBook of(OrderDocument document, OrderState state, List<LineReturn> returns) {
    return returns.isEmpty() ? EMPTY : new Taking(document, state).all(returns);
  }

  /** Those that count. */
  public List<Entry> counted() {
    return entries.stream().filter(Entry::counts).toList();
  }

  /** What was refunded, in the order's currency. */
  public BigDecimal amount() {
    return entries.stream()
        .filter(Entry::counts)
        .map(entry -> entry.back().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How much of each line came back; lines of which nothing did are absent. */
  public Map<Integer, BigDecimal> quantities() {
    if (entries.isEmpty()) {
      return Map.of();
    }
    var quantities = new HashMap<Integer, BigDecimal>();
    for (Entry entry : entries) {
      for (LineReturn.ReturnedLine line : entry.lines()) {
        quantities.merge(line.lineNo(), line.quantity(), BigDecimal::add);
      }
    }
    return quantities;
  }

  /** The entry of a return. */
  public Optional<Entry> of(UUID id) {
    return entries.stream().filter(entry -> entry.back().id().equals(id)).findFirst();
  }

  /** Takes one return after the other from what is left. */
  private static final class Taking {
    private final OrderDocument document;
    private final OrderState state;
    private final Map<Integer, BigDecimal> left = new HashMap<>();
    private final Set<String> numbers = new HashSet<>();
    private BigDecimal money;

    Taking(OrderDocument document, OrderState state) {
      this.document = document;
      this.state = state;
      this.money = document.total();
      document.lines().forEach(line -> left.put(line.lineNo(), line.quantity()));
    }

    ReturnBook all(List<LineReturn> returns) {
      returns.stream().filter(back -> !back.free()).forEach(back -> numbers.add(back.externalId()));
      return new ReturnBook(returns.stream().map(this::take).toList());
    }

    private Entry take(LineReturn back) {
      Held held = barred(back);
      if (held != null) {
        return new Entry(back, List.of(), held);
      }
      var rest = new HashMap<>(left);
      var lines = new ArrayList<LineReturn.ReturnedLine>();
      LineReturn.Goods goods = back.goods();
      held = goods == null ? lines(back, rest, lines) : articles(goods, rest, lines);
      if (held == null && back.amount().compareTo(money) > 0) {
        held = Held.AMOUNT_EXCEEDS_ORDER;
      }
      if (held != null) {
        return new Entry(back, List.of(), held);
      }
      left.putAll(rest);
      money = money.subtract(back.amount());
      return new Entry(back, lines, null);
    }

    private @Nullable Held barred(LineReturn back) {
      if (back.reversal() != null) {
        return Held.REVERSED;
      }
      LineReturn.Goods goods = back.goods();
      if (goods != null && numbers.contains(back.externalId())) {
        return Held.NUMBER_TAKEN;
      }
      Currency stated = goods == null ? back.currency() : goods.currency();
      if (stated != null && !stated.equals(document.currency())) {
        return Held.OTHER_CURRENCY;
      }
      return switch (state) {
        case OrderState.Returnable _ -> null;
        case OrderState.Placed _ -> Held.ORDER_NOT_PAID;
        case OrderState.Cancelled _ -> Held.ORDER_CANCELLED;
      };
    }

    private static @Nullable Held lines(
        LineReturn back, Map<Integer, BigDecimal> rest, List<LineReturn.ReturnedLine> to) {
      for (LineReturn.ReturnedLine line : back.lines()) {
        BigDecimal before = rest.get(line.lineNo());
        if (before == null) {
          return Held.NO_SUCH_LINE;
        }
        if (line.quantity().compareTo(before) > 0) {
          return Held.QUANTITY_EXCEEDS_LINE;
        }
        rest.put(line.lineNo(), before.subtract(line.quantity()));
        to.add(line);
      }
      return null;
    }

    /** An article is sought on all lines that have it, first on the one with its number. */
    private @Nullable Held articles(
        LineReturn.Goods goods, Map<Integer, BigDecimal> rest, List<LineReturn.ReturnedLine> to) {
      for (LineReturn.Goods.Item item : goods.items()) {
        List<Line> candidates =
            document.lines().stream()
                .filter(line -> line.sku().equals(item.sku()) && line.kind() == item.kind())
                .sorted(
                    Comparator.comparing((Line line) -> line.lineNo() != item.lineNo())
                        .thenComparing(Line::lineNo))
                .toList();
        if (candidates.isEmpty()) {
          return Held.NO_SUCH_LINE;
        }
        BigDecimal open = item.quantity();
        for (Line line : candidates) {
          BigDecimal part = open.min(rest.getOrDefault(line.lineNo(), BigDecimal.ZERO));
          if (part.signum() > 0) {
            rest.merge(line.lineNo(), part, BigDecimal::subtract);
            to.add(new LineReturn.ReturnedLine(line.lineNo(), part));
            open = open.subtract(part);
          }
        }
        if (open.signum() > 0) {
          return Held.QUANTITY_EXCEEDS_LINE;
        }
      }
      return null;
    }
  }
}
