package dev.homeport.platform.job.document;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an import has come to so far; the job's result when it has ended.
 *
 * @param created documents of something that was not there
 * @param revised documents that changed something
 * @param unchanged documents that say what is known
 * @param ignored documents that something newer has overtaken
 * @param failed documents that were refused
 */
public record Tally(
    @JsonProperty("new") long created, long revised, long unchanged, long ignored, long failed) {

  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0);

  /** The sums of both. */
  public Tally plus(Tally more) {
    return new Tally(
        created + more.created,
        revised + more.revised,
        unchanged + more.unchanged,
        ignored + more.ignored,
        failed + more.failed);
  }
}
