package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.ExportFormat;
import dev.homeport.analytics.segment.Exports;
import dev.homeport.analytics.segment.Exports.Export;
import dev.homeport.analytics.segment.Members;
import dev.homeport.analytics.segment.Members.Member;
import dev.homeport.analytics.segment.Segment;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.JobStep;
import dev.homeport.platform.job.SubmittedWith;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the members of a segment into a file, some at a time. */
@ApplicationScoped
@SubmittedWith("analytics:read")
class ExportJob implements JobHandler {
  static final String KIND = "segment-export";
  static final Duration KEPT = Duration.ofDays(7);
  private static final int PART = 5_000;

  private final Members members;
  private final Exports exports;
  private final Found found;
  private final Clock clock;

  ExportJob(Members members, Exports exports, Found found, Clock clock) {
    this.members = members;
    this.exports = exports;
    this.found = found;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    Asked asked = run.parameters(Asked.class);
    Position position =
        run.checkpoint(Position.class).orElseGet(() -> run.call(step -> begin(run, step, asked)));
    while (!position.ended()) {
      Position from = position;
      position = run.call(step -> write(run.id(), step, asked, from));
    }
    run.result(
        new Result(
            "/v1/segment-exports/" + Ids.show(Export.PREFIX, run.id()),
            position.rows(),
            position.expiresAt()));
  }

  private Position begin(JobRun run, JobStep step, Asked asked) {
    Segment segment = found.segment(asked.segment());
    run.total(segment.size());
    Instant expiresAt = clock.instant().plus(KEPT);
    exports.begin(run.id(), segment, asked.format(), expiresAt);
    var position = new Position(null, null, 0, 0, false, expiresAt);
    step.checkpoint(position);
    return position;
  }

  private Position write(UUID id, JobStep step, Asked asked, Position from) {
    Segment segment = found.segment(asked.segment());
    List<Member> next = members.list(segment, null, from.last(), PART);
    String head = from.part() == 0 ? asked.format().header() : "";
    exports.add(
        id, from.part(), head + asked.format().lines(next, customer -> Ids.show("cus", customer)));
    boolean ended = next.size() < PART;
    if (ended) {
      exports.complete(id);
    }
    Position position = from.plus(next, ended);
    step.succeeded(next.size());
    step.checkpoint(position);
    return position;
  }

  /** What an export was asked for. */
  record Asked(String segment, ExportFormat format) {}

  /**
   * How far the job has come.
   *
   * @param since when the last member that was written entered
   */
  record Position(
      @Nullable UUID customer,
      @Nullable Instant since,
      int part,
      long rows,
      boolean ended,
      Instant expiresAt) {

    private @Nullable Member last() {
      return customer == null || since == null ? null : new Member(customer, since);
    }

    private Position plus(List<Member> next, boolean now) {
      Member member = next.isEmpty() ? last() : next.getLast();
      return new Position(
          member == null ? null : member.customer(),
          member == null ? null : member.since(),
          part + 1,
          rows + next.size(),
          now,
          expiresAt);
    }
  }

  /** What the job says in the end: where the file is, and for how long. */
  record Result(String href, long rows, Instant expiresAt) {}
}
