package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.rating.Rated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event applied to the accounts of a member, and how the differences were booked. */
public sealed interface Step {

  /** How they were booked. */
  List<Posting> postings();

  /** Its parts, by the identity on whose account each is booked. */
  Map<UUID, Step> byIdentity();

  /**
   * Facts that deserve something else than before: the one that happened, and others that depend on
   * it.
   */
  record Changed(List<Booked> booked) implements Step {
    /** Copies. */
    public Changed {
      booked = List.copyOf(booked);
    }

    @Override
    public List<Posting> postings() {
      return booked.stream().map(Booked::posting).toList();
    }

    @Override
    public Map<UUID, Step> byIdentity() {
      var parts = new LinkedHashMap<UUID, List<Booked>>();
      for (Booked one : booked) {
        parts.computeIfAbsent(one.rated().fact().identityId(), _ -> new ArrayList<>()).add(one);
      }
      var steps = new LinkedHashMap<UUID, Step>();
      parts.forEach((identity, part) -> steps.put(identity, new Changed(part)));
      return steps;
    }
  }

  /**
   * Points that were not used in time, or that can be used from now on.
   *
   * @param version of the programme at that moment; 0 when there was none
   */
  record Passed(UUID identityId, Posting posting, int version) implements Step {
    @Override
    public List<Posting> postings() {
      return List.of(posting);
    }

    @Override
    public Map<UUID, Step> byIdentity() {
      return Map.of(identityId, this);
    }
  }

  /**
   * Points that were set aside, spent or given back.
   *
   * @param version of the programme at that moment; 0 when there was none
   */
  record Spent(Event.Spent event, Posting posting, int version) implements Step {
    @Override
    public List<Posting> postings() {
      return List.of(posting);
    }

    @Override
    public Map<UUID, Step> byIdentity() {
      return Map.of(event.identityId(), this);
    }
  }

  /** What a fact deserves now, and how the difference was booked. */
  record Booked(Rated rated, Posting posting) {}
}
