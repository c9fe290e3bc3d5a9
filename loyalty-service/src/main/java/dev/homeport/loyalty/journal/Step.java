package dev.homeport.loyalty.journal;

import dev.homeport.loyalty.ledger.Posting;
import dev.homeport.loyalty.rating.Rated;
import java.util.List;

/** One event applied to one account, and how the differences were booked. */
public sealed interface Step {

  /** How they were booked. */
  List<Posting> postings();

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
  }

  /**
   * Points that were not used in time.
   *
   * @param version of the programme at that moment; 0 when there was none
   */
  record Expired(Posting posting, int version) implements Step {
    @Override
    public List<Posting> postings() {
      return List.of(posting);
    }
  }

  /** What a fact deserves now, and how the difference was booked. */
  record Booked(Rated rated, Posting posting) {}
}
