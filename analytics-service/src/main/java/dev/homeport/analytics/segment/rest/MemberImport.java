package dev.homeport.analytics.segment.rest;

import dev.homeport.analytics.segment.Segment;
import dev.homeport.analytics.segment.rest.ListChanges.Outcome;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobHandler;
import dev.homeport.platform.job.JobRun;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.job.document.DocumentImport;
import dev.homeport.platform.job.document.DocumentReading;
import dev.homeport.platform.job.document.Item;
import dev.homeport.platform.job.document.Tally;
import dev.homeport.platform.problem.JsonDocuments;
import dev.homeport.platform.tenant.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The job that changes a list by a file. */
@ApplicationScoped
@SubmittedWith("analytics:write")
class MemberImport implements JobHandler {
  static final String KIND = "segment-member-import";
  private static final int GROUP = 1_000;

  private final JsonDocuments json;
  private final ListChanges changes;
  private final Found found;
  private final CurrentTenant tenant;

  MemberImport(JsonDocuments json, ListChanges changes, Found found, CurrentTenant tenant) {
    this.json = json;
    this.changes = changes;
    this.found = found;
    this.tenant = tenant;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) {
    String key = run.parameters(MemberImportParameters.class).segment();
    new DocumentImport<MemberChange, Outcome>(
            GROUP,
            DocumentReading.of(new MemberColumns(), json, MemberChange.class, this::read),
            sound -> take(key, sound),
            MemberImport::count,
            Outcome::problem)
        .run(run, tenant);
  }

  private MemberChange read(MemberChange sent) {
    MemberChange change = json.valid(sent);
    Ids.read("cus", change.customerId());
    return change;
  }

  private List<Outcome> take(String key, List<Item.Sound<MemberChange>> sound) {
    Segment segment = found.list(key);
    return changes.apply(segment, sound.stream().map(Item.Sound::document).toList());
  }

  private static Tally count(Outcome outcome) {
    if (!outcome.changed()) {
      return new Tally(0, 0, 1, 0, 0);
    }
    return outcome.removed() ? new Tally(0, 1, 0, 0, 0) : new Tally(1, 0, 0, 0, 0);
  }
}
