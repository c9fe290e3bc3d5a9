package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.earning.Fact;
import dev.homeport.loyalty.earning.FreeReturnFact;
import dev.homeport.loyalty.earning.OrderFact;
import dev.homeport.loyalty.ledger.Cause;
import dev.homeport.platform.event.EventJson;
import java.util.Locale;

/** Facts as the journal keeps them: their kind and their JSON. */
public final class FactText {
  private FactText() {}

  static String kind(Fact fact) {
    return switch (fact) {
      case OrderFact _ -> kind(Cause.Kind.ORDER);
      case FreeReturnFact _ -> kind(Cause.Kind.FREE_RETURN);
    };
  }

  static String kind(Cause.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String write(Fact fact) {
    return EventJson.write(fact);
  }

  /** The fact that was written. */
  public static Fact read(String kind, String json) {
    return switch (kind) {
      case "order" -> EventJson.read(json, OrderFact.class);
      case "free-return" -> EventJson.read(json, FreeReturnFact.class);
      default -> throw new IllegalArgumentException("The journal holds facts of no kind " + kind);
    };
  }
}
