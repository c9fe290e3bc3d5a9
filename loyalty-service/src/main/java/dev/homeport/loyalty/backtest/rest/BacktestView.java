package dev.homeport.loyalty.backtest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.homeport.loyalty.backtest.Backtest;
import dev.homeport.loyalty.backtest.BacktestResult;
import dev.homeport.platform.id.Ids;
import dev.homeport.platform.job.JobView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A backtest as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Backtest", description = "What a version would have done.")
record BacktestView(
    @Schema(examples = "bkt_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String id,
    @Schema(examples = "prg_0193b2f0-6d1c-7c35-9f0e-3a5a0f7c2b41") String programmeId,
    @Schema(
            description =
                "The version that was tried, as it was when this was asked for; absent: the"
                    + " programme as it ran.",
            examples = "2")
        @Nullable Integer version,
    @Schema(description = "Absent: from the beginning.") @Nullable Instant from,
    @Schema(description = "Absent: up to `createdAt`.") @Nullable Instant to,
    @Schema(
            description = "The job that does it.",
            examples = "job_01928c5e-6f50-7000-8000-000000000001")
        String jobId,
    @Schema(
            description =
                "When it was asked for. What is recorded later has no part in it, and points that"
                    + " expire later are outstanding.")
        Instant createdAt,
    @Schema(description = "Absent while the job has not ended well.") @Nullable Instant finishedAt,
    @Schema(description = "Absent while the job has not ended well, and in lists.")
        @Nullable BacktestResultView result) {

  static BacktestView from(Backtest backtest) {
    BacktestResult result = backtest.result();
    return new BacktestView(
        Ids.show("bkt", backtest.id()),
        Ids.show("prg", backtest.programmeId()),
        backtest.version(),
        backtest.from(),
        backtest.to(),
        Ids.show(JobView.PREFIX, backtest.jobId()),
        backtest.createdAt(),
        backtest.finishedAt(),
        result == null ? null : BacktestResultView.from(result));
  }
}
