package dev.homeport.loyalty.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.fact.Exchange;
import dev.homeport.loyalty.fact.OrderFact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.loyalty.journal.Facts;
import dev.homeport.loyalty.ledger.Draw;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTextTest {
  private static final UUID ID = new UUID(5, 5);
  private static final Instant AT = Instant.parse("2026-11-02T10:00:00.120451Z");

  @Test
  void whatIsJournalledIsReadAsItWas() {
    for (Event event :
        List.of(
            new Event.Happened(Facts.order(ID, 3, "100", "30")),
            new Event.Happened(withRate(Facts.order(ID, 3, "100", "30"))),
            new Event.Happened(Facts.freeReturn(ID, 2, "30")),
            new Event.Expiry(ID, Facts.BUYER, AT),
            new Event.Opening(ID, Facts.BUYER, AT),
            new Event.NewVersion(ID, Facts.BUYER, AT, "points", 2),
            new Event.MemberChanged(ID, Facts.BUYER, AT),
            new Event.Spent(
                ID, 2, Facts.BUYER, ID, "points", AT, AT.plusSeconds(9), Draw.Use.HELD, 30))) {
      String written = EventText.write(event);
      assertThat(EventText.read(EventText.kind(event), written)).isEqualTo(event);
    }
    for (Draw.Use use : Draw.Use.values()) {
      assertThat(EventText.use(EventText.slug(use))).isEqualTo(use);
    }
  }

  private static OrderFact withRate(OrderFact order) {
    return new OrderFact(
        order.id(),
        order.identityId(),
        order.revision(),
        order.channel(),
        order.market(),
        order.country(),
        order.placedAt(),
        order.status(),
        order.currency(),
        order.lines(),
        order.total(),
        order.returned(),
        order.lastReturnAt(),
        order.deliveredAt(),
        new Exchange(Currency.getInstance("EUR"), new BigDecimal("0.00614")));
  }
}
