package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.ActivityFact;
import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.fact.FreeReturnFact;
import dev.homeport.loyalty.fact.GrantFact;
import dev.homeport.loyalty.fact.MigrationFact;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.ledger.Cause;
import dev.homeport.loyalty.ledger.Draw;
import dev.homeport.platform.event.EventJson;
import java.util.Locale;
import java.util.UUID;

/** Events as the journal keeps them: their kind and their JSON. */
public final class EventText {
  private EventText() {}

  static String kind(Event event) {
    return switch (event) {
      case Event.Happened(OrderFact _) -> kind(Cause.Kind.ORDER);
      case Event.Happened(FreeReturnFact _) -> kind(Cause.Kind.FREE_RETURN);
      case Event.Happened(ActivityFact _) -> kind(Cause.Kind.ACTIVITY);
      case Event.Happened(MigrationFact _) -> kind(Cause.Kind.MIGRATION);
      case Event.Happened(GrantFact _) -> kind(Cause.Kind.GRANT);
      case Event.Expiry _ -> kind(Cause.Kind.EXPIRY);
      case Event.Opening _ -> kind(Cause.Kind.OPENING);
      case Event.Spent _ -> kind(Cause.Kind.SPEND);
      case Event.NewVersion _ -> "new-version";
      case Event.MemberChanged _ -> "member-changed";
    };
  }

  static String kind(Fact fact) {
    return kind(new Event.Happened(fact));
  }

  static String kind(Cause.Kind kind) {
    return slug(kind);
  }

  static String slug(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static UUID id(Event event) {
    return switch (event) {
      case Event.Happened happened -> happened.fact().id();
      case Event.Passed passed -> passed.id();
      case Event.Spent spent -> spent.id();
      case Event.NewVersion version -> version.id();
      case Event.MemberChanged changed -> changed.id();
    };
  }

  static long revision(Event event) {
    return switch (event) {
      case Event.Happened happened -> happened.fact().revision();
      case Event.Passed _, Event.MemberChanged _ -> 0;
      case Event.Spent spent -> spent.revision();
      case Event.NewVersion version -> version.version();
    };
  }

  static Draw.Use use(String slug) {
    return Draw.Use.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static String write(Event event) {
    return EventJson.write(
        switch (event) {
          case Event.Happened happened -> happened.fact();
          case Event.Passed passed -> passed;
          case Event.Spent spent -> spent;
          case Event.NewVersion version -> version;
          case Event.MemberChanged changed -> changed;
        });
  }

  /** The event that was written. */
  public static Event read(String kind, String json) {
    return switch (kind) {
      case "order" -> new Event.Happened(EventJson.read(json, OrderFact.class));
      case "free-return" -> new Event.Happened(EventJson.read(json, FreeReturnFact.class));
      case "activity" -> new Event.Happened(EventJson.read(json, ActivityFact.class));
      case "migration" -> new Event.Happened(EventJson.read(json, MigrationFact.class));
      case "grant" -> new Event.Happened(EventJson.read(json, GrantFact.class));
      case "expiry" -> EventJson.read(json, Event.Expiry.class);
      case "opening" -> EventJson.read(json, Event.Opening.class);
      case "spend" -> EventJson.read(json, Event.Spent.class);
      case "new-version" -> EventJson.read(json, Event.NewVersion.class);
      case "member-changed" -> EventJson.read(json, Event.MemberChanged.class);
      default -> throw new IllegalArgumentException("The journal holds events of no kind " + kind);
    };
  }
}
