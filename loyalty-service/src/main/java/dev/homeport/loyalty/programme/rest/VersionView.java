package dev.homeport.loyalty.programme.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.programme.Fault;
import dev.homeport.loyalty.programme.Stage;
import dev.homeport.loyalty.programme.StoredVersion;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProgrammeVersion")
record VersionView(
    @Schema(examples = "prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String programmeId,
    @Schema(examples = "1") int number,
    @Schema(
            description = "`draft`, `in-review`, `scheduled`, `active` or `retired`.",
            examples = "active")
        String stage,
    @Schema(description = "Orders placed then and later are rated by it.")
        @Nullable Instant startsAt,
    @Schema(description = "When the next version starts or the programme ends.")
        @Nullable Instant endsAt,
    @Schema(description = "Where its days, weeks and months begin.", examples = "Europe/Berlin")
        @Nullable String timeZone,
    @Nullable String submittedBy,
    @Nullable Instant submittedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Schema(description = "The job that rates what had already happened.")
        @Nullable String ratingJobId,
    @Schema(description = NewProgramme.DOCUMENT) Map<String, Object> document,
    @Schema(description = "What keeps it from being run; empty for a sound one.")
        List<FaultView> faults) {

  /** One thing that is wrong. */
  @Schema(name = "ProgrammeFault")
  record FaultView(
      @Schema(description = "Where, as a JSON Pointer into the document.", examples = "/rules/0")
          String pointer,
      @Schema(examples = "out-of-range") String code,
      @Schema(examples = "must be from 1 to 600") String detail) {

    static FaultView from(Fault fault) {
      return new FaultView(fault.pointer(), fault.code().slug(), fault.detail());
    }
  }

  static VersionView from(
      StoredVersion version,
      Instant now,
      Map<String, Object> document,
      List<Fault> faults,
      @Nullable String ratingJobId) {
    Stage.Approval approval = version.approval();
    Stage.InReview submission = version.submission();
    return new VersionView(
        Ids.show("prg", version.programmeId()),
        version.number(),
        version.stage(now).slug(),
        approval == null ? null : approval.startsAt(),
        version.endsAt(),
        version.zone() == null ? null : version.zone().getId(),
        submission == null ? null : submission.submittedBy(),
        submission == null ? null : submission.submittedAt(),
        approval == null ? null : approval.approvedBy(),
        approval == null ? null : approval.approvedAt(),
        ratingJobId,
        document,
        faults.stream().map(FaultView::from).toList());
  }
}
