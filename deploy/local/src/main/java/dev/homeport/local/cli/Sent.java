package dev.homeport.local.cli;

import java.util.List;

/**
 * What became of documents of one kind.
 *
 * @param what the kind
 * @param fresh how many changed something
 * @param known how many were there already
 * @param refused how many were not taken
 * @param refusals some of the reasons
 */
record Sent(String what, long fresh, long known, long refused, List<String> refusals) {

  static final String HEADER = "  %-32s %9s %9s %9s%n".formatted("sent", "new", "known", "refused");

  static Sent of(String what, WatchedJob job) {
    job.requireSuccess();
    return new Sent(
        what,
        job.count("new") + job.count("revised"),
        job.count("unchanged") + job.count("ignored"),
        job.failed(),
        job.refusals());
  }

  String line() {
    return "  %-32s %9s %9s %9s%n"
        .formatted(what, Figures.count(fresh), Figures.count(known), Figures.count(refused));
  }
}
