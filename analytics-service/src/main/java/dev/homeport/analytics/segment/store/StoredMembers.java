package dev.homeport.analytics.segment.store;

import static java.util.stream.Collectors.toSet;

import dev.homeport.analytics.segment.Members;
import dev.homeport.analytics.segment.Reason;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.store.MemberTable.Place;
import dev.homeport.analytics.segment.store.Settlement.Moved;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members, and the lists that make some of them. */
@ApplicationScoped
class StoredMembers implements Members {
  private final MemberTable members;
  private final ListingTable listings;
  private final Settlement settlement;
  private final Moments moments;

  StoredMembers(
      MemberTable members, ListingTable listings, Settlement settlement, Moments moments) {
    this.members = members;
    this.listings = listings;
    this.settlement = settlement;
    this.moments = moments;
  }

  @Override
  public List<Member> list(
      Segment segment, @Nullable Instant since, @Nullable Member after, int limit) {
    return members.list(segment.id(), since, after, limit);
  }

  @Override
  public List<Membership> of(UUID customer) {
    return members.of(customer);
  }

  @Override
  public Set<UUID> known(Collection<UUID> customers) {
    return members.known(customers);
  }

  @Override
  public long listed(Segment segment) {
    return listings.size(segment.id());
  }

  @Override
  public Set<UUID> add(Segment segment, Collection<UUID> customers) {
    listings.add(segment.id(), customers);
    return settle(segment, customers).entered().stream().map(Place::customer).collect(toSet());
  }

  @Override
  public Set<UUID> remove(Segment segment, Collection<UUID> customers) {
    var all = new HashSet<>(listings.today(customers));
    all.addAll(customers);
    listings.remove(segment.id(), all);
    return settle(segment, all).left().stream().map(Place::customer).collect(toSet());
  }

  private Moved settle(Segment segment, Collection<UUID> customers) {
    var today = new HashSet<>(listings.today(customers));
    today.addAll(customers);
    return settlement.settle(List.of(segment), today, moments.now(), Reason.LIST, true);
  }
}
