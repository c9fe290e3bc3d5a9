package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.contract.ScoreTopic;
import dev.homeport.analytics.contract.SegmentMoved;
import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.segment.Reason;
import dev.homeport.analytics.segment.store.MemberTable.Place;
import dev.homeport.analytics.segment.store.MovementTable.Movement;
import dev.homeport.analytics.segment.store.MovementTable.Told;
import dev.homeport.platform.event.OutboundEvent;
import dev.homeport.platform.outbox.Outbox;
import dev.homeport.platform.time.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Counts who has entered and left, and tells others of it. */
@ApplicationScoped
class Announcements {
  private final MovementTable movements;
  private final Outbox outbox;
  private final Clock clock;

  Announcements(MovementTable movements, Outbox outbox, Clock clock) {
    this.movements = movements;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** In the transaction that moved them. */
  void tell(List<Place> entered, List<Place> left, Moment moment, Reason reason, boolean announce) {
    Map<UUID, Movement> counts = counts(entered, left);
    if (counts.isEmpty()) {
      return;
    }
    Map<UUID, Told> told =
        movements.count(counts.values(), moment.today(), Revision.next(Revision.NONE, clock));
    if (announce) {
      var events = new ArrayList<OutboundEvent>(entered.size() + left.size());
      for (Place place : left) {
        events.add(event(SegmentMoved.LEFT, place, told, moment, reason));
      }
      for (Place place : entered) {
        events.add(event(SegmentMoved.ENTERED, place, told, moment, reason));
      }
      outbox.append(events);
    }
  }

  private static Map<UUID, Movement> counts(List<Place> entered, List<Place> left) {
    var counts = new HashMap<UUID, Movement>();
    entered.forEach(
        place ->
            counts.merge(place.segment(), new Movement(place.segment(), 1, 0), Announcements::sum));
    left.forEach(
        place ->
            counts.merge(place.segment(), new Movement(place.segment(), 0, 1), Announcements::sum));
    return counts;
  }

  private static Movement sum(Movement a, Movement b) {
    return new Movement(a.segment(), a.entered() + b.entered(), a.left() + b.left());
  }

  private static OutboundEvent event(
      String type, Place place, Map<UUID, Told> told, Moment moment, Reason reason) {
    Told segment = Objects.requireNonNull(told.get(place.segment()));
    var moved =
        new SegmentMoved(
            place.customer(),
            place.segment(),
            segment.key(),
            segment.version(),
            reason.text(),
            moment.at(),
            segment.revision());
    return moved.toEvent(ScoreTopic.TOPIC, type);
  }
}
