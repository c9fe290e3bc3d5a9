package dev.homeport.loyalty.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.loyalty.contract.MemberChanged;
import dev.homeport.loyalty.contract.PointsExpiring;
import dev.homeport.loyalty.contract.TierChanged;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.testing.TestEvents;
import dev.homeport.platform.testing.TestEvents.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was told of the members of a tenant, as a consumer takes it. */
public record ToldMembers(
    List<MemberChanged> states, List<TierChanged> tiers, List<PointsExpiring> expiring) {
  private static final String TOPIC = "homeport.loyalty.v1";
  private static final int MARKS = 40;

  /** Everything so far: events that others leave at the end of each partition mark it. */
  public static ToldMembers of(UUID tenant) {
    UUID mark = UUID.randomUUID();
    TestEvents.send(
        TOPIC,
        IntStream.range(0, MARKS)
            .mapToObj(_ -> new Sent(UUID.randomUUID().toString(), "a-mark", mark, "{}"))
            .toList());
    Map<UUID, Sent> events = new LinkedHashMap<>();
    TestEvents.receive(
        TOPIC,
        MARKS,
        sent -> {
          if (sent.tenant().equals(tenant)) {
            events.put(sent.id(), sent);
          }
          return sent.tenant().equals(mark);
        });
    var told = new ToldMembers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Sent sent : events.values()) {
      switch (sent.type()) {
        case MemberChanged.TYPE ->
            told.states().add(EventJson.read(sent.data(), MemberChanged.class));
        case TierChanged.TYPE -> told.tiers().add(EventJson.read(sent.data(), TierChanged.class));
        case PointsExpiring.TYPE ->
            told.expiring().add(EventJson.read(sent.data(), PointsExpiring.class));
        default -> throw new AssertionError(sent.type());
      }
    }
    told.states().sort(Comparator.comparingLong(MemberChanged::revision));
    told.tiers().sort(Comparator.comparingLong(TierChanged::revision));
    return told;
  }

  /** What a consumer holds in the end; each event has to tell something new. */
  Map<UUID, MemberChanged> held() {
    Map<UUID, MemberChanged> held = new LinkedHashMap<>();
    for (MemberChanged state : states) {
      MemberChanged before = held.put(state.customerId(), state);
      assertThat(before == null ? !state.blank() : state.differs(before))
          .as("%s after %s", state, before)
          .isTrue();
      assertThat(before == null ? 0 : before.revision()).isLessThan(state.revision());
    }
    return held;
  }

  /** In which tiers a consumer sees members by the changes alone; each begins where one ended. */
  Map<UUID, String> tiersByChanges() {
    Map<UUID, String> in = new LinkedHashMap<>();
    for (TierChanged change : tiers) {
      String from = key(change.from());
      String to = key(change.to());
      assertThat(from)
          .as("%s", change)
          .isEqualTo(in.getOrDefault(change.customerId(), ""))
          .isNotEqualTo(to);
      in.put(change.customerId(), to);
    }
    return in;
  }

  private static String key(TierChanged.@Nullable Tier tier) {
    return tier == null ? "" : Objects.requireNonNull(tier.key());
  }
}
