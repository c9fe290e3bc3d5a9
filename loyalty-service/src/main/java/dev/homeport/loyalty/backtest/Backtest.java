package dev.homeport.loyalty.backtest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is kept.
 *
 * @param version that is tried; null for the programme as it ran
 * @param from null: from the beginning
 * @param to null: up to when it was asked for
 * @param compare whether members are compared with the programme as it is
 * @param jobId that does it
 * @param createdAt when it was asked for: what is written down later has no part in it
 * @param finishedAt null until then
 * @param result null until then
 */
public record Backtest(
    UUID id,
    UUID programmeId,
    @Nullable Integer version,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean compare,
    UUID jobId,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable BacktestResult result) {}
