package dev.homeport.loyalty.programme;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The programme that every tenant runs, from {@code homeport.loyalty.programme.*}. */
@ConfigMapping(prefix = "homeport.loyalty.programme")
public interface ProgrammeConfig {

  /** Names the programme in postings and answers. */
  @WithDefault("points")
  String key();

  /** To be raised whenever any other setting here changes. */
  @WithDefault("1")
  int version();

  /** Orders placed before this instant earn nothing, and free returns before it cost nothing. */
  @WithDefault("2000-01-01T00:00:00Z")
  Instant start();

  /** Points per one unit of each currency, by ISO 4217 code: {@code points.EUR=1}. */
  @WithName("points")
  Map<String, BigDecimal> pointsPerCurrency();

  /** How points become whole: floor, half-up, and the other modes of Java but "unnecessary". */
  @WithDefault("floor")
  RoundingMode rounding();

  /** How far a claw-back may go below zero: none, unlimited, or a number of points. */
  @WithDefault("unlimited")
  String overdraft();

  /** Calendar months after which points expire; absent when they never do. */
  Optional<Integer> lotsExpireAfterMonths();

  /** Whether shipping lines earn. */
  @WithDefault("true")
  boolean shippingEarns();

  /** Whether the tax of the lines earns. */
  @WithDefault("true")
  boolean taxEarns();
}
