package dev.homeport.analytics.rfm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The next higher score of each measure; empty where the best is reached. */
public record NextScores(
    Optional<NextScore<LocalDate>> recency,
    Optional<NextScore<Long>> frequency,
    Optional<NextScore<BigDecimal>> monetary) {}
