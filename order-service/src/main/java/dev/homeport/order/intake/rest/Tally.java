package dev.homeport.order.intake.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an import has come to so far; the job's result when it has ended. */
record Tally(
    @JsonProperty("new") long created, long revised, long unchanged, long ignored, long failed) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

  Tally plus(Tally more) {
    return new Tally(
        created + more.created,
        revised + more.revised,
        unchanged + more.unchanged,
        ignored + more.ignored,
        failed + more.failed);
  }
}
