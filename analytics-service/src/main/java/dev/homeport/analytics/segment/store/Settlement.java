package dev.homeport.analytics.segment.store;

import dev.homeport.analytics.segment.Moment;
import dev.homeport.analytics.segment.Reason;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.Subject;
import dev.homeport.analytics.segment.Trait;
import dev.homeport.analytics.segment.store.MemberTable.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Puts customers into the segments where they belong, and takes them out of the others. */
@ApplicationScoped
class Settlement {
  private final SubjectTable subjects;
  private final ListingTable listings;
  private final MemberTable members;
  private final Rules rules;
  private final Announcements announcements;

  Settlement(
      SubjectTable subjects,
      ListingTable listings,
      MemberTable members,
      Rules rules,
      Announcements announcements) {
    this.subjects = subjects;
    this.listings = listings;
    this.members = members;
    this.rules = rules;
    this.announcements = announcements;
  }

  /** What came of it. */
  record Moved(List<Place> entered, List<Place> left) {}

  /** In the transaction that holds the {@link SegmentLock}. */
  Moved settle(
      List<Segment> segments,
      Collection<UUID> customers,
      Moment moment,
      Reason reason,
      boolean announce) {
    if (segments.isEmpty() || customers.isEmpty()) {
      return new Moved(List.of(), List.of());
    }
    List<Place> belong = belong(segments, customers, moment);
    List<UUID> ids = segments.stream().map(Segment::id).toList();
    List<Place> left = members.leave(ids, customers, belong);
    List<Place> entered = members.enter(belong, moment.at());
    announcements.tell(entered, left, moment, reason, announce);
    return new Moved(entered, left);
  }

  /** Takes customers out, whether they belong in or not. */
  void empty(UUID segment, Collection<UUID> customers, Moment moment, boolean announce) {
    List<Place> left = members.leave(List.of(segment), customers, List.of());
    announcements.tell(List.of(), left, moment, Reason.EDIT, announce);
  }

  private List<Place> belong(List<Segment> segments, Collection<UUID> customers, Moment moment) {
    var belong = new ArrayList<Place>();
    var traits = EnumSet.noneOf(Trait.class);
    var asked = new ArrayList<Asked>();
    var lists = new ArrayList<UUID>();
    for (Segment segment : segments) {
      String text = segment.expression();
      if (text == null) {
        lists.add(segment.id());
      } else {
        var rule = rules.of(text);
        traits.addAll(rule.traits());
        asked.add(new Asked(segment.id(), rule.at(moment)));
      }
    }
    if (!asked.isEmpty()) {
      subjects.read(
          customers,
          traits,
          (row, subject) -> {
            UUID customer = row.getObject(1, UUID.class);
            for (Asked one : asked) {
              if (one.rule().test(subject)) {
                belong.add(new Place(one.segment(), customer));
              }
            }
          });
    }
    if (!lists.isEmpty()) {
      belong.addAll(listings.places(lists, customers));
    }
    return belong;
  }

  private record Asked(UUID segment, Predicate<Subject> rule) {}
}
