package dev.homeport.platform.job.rest;

import dev.homeport.platform.job.JobView;

/** Real answers, for the description of each service. */
final class JobExamples {
  static final String PAGE = "{\"items\":[" + JobView.EXAMPLE + "]}";

  static final String ERROR =
      """
      {"line":42,"problem":{"type":"https://homeport.dev/problems/unknown-currency",
       "title":"The currency is not a known ISO 4217 code","status":422,
       "detail":"The body is not valid.","code":"unknown-currency",
       "errors":[{"pointer":"/currency","detail":"is not a currency of ISO 4217"}]}}""";

  private JobExamples() {}
}
