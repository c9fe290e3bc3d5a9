package dev.homeport.analytics.segment.rest;

/** Requests and answers as they are. */
final class SegmentExamples {
  private SegmentExamples() {}

  static final String DOCUMENT =
      """
      {"kind": "dynamic", "name": "Champions who have gone quiet",
       "description": "To be written to before they are gone.",
       "expression": "rfm.fm >= 4 && orders.daysSinceLast > 90 && consents[\\"email-marketing\\"]"}""";

  static final String SEGMENT =
      """
      {"id": "seg_01928c5e-6f50-7000-8000-000000000001", "key": "quiet-champions",
       "kind": "dynamic", "name": "Champions who have gone quiet",
       "description": "To be written to before they are gone.",
       "expression": "rfm.fm >= 4 && orders.daysSinceLast > 90 && consents[\\"email-marketing\\"]",
       "attributes": ["consents", "orders.daysSinceLast", "rfm.fm"], "daily": true, "size": 218,
       "settled": true, "version": 2, "createdAt": "2026-11-01T10:00:00Z",
       "changedAt": "2026-11-20T16:15:50Z", "changedBy": "back-office"}""";

  static final String PAGE = "{\"items\": [" + SEGMENT + "]}";

  static final String PREVIEW_REQUEST =
      """
      {"expression": "rfm.fm >= 4 && orders.daysSinceLast > 60"}""";

  static final String PREVIEW =
      """
      {"population": 4339, "size": 341, "enters": 130,
       "entering": ["cus_01928c5e-6f50-7000-8000-000000000002"], "leaves": 7,
       "leaving": ["cus_01928c5e-6f50-7000-8000-000000000003"],
       "attributes": ["orders.daysSinceLast", "rfm.fm"], "daily": true, "warnings": []}""";

  static final String CHECK =
      """
      {"valid": false, "attributes": [], "daily": false,
       "faults": [{"code": "unknown-name", "line": 1, "column": 1,
         "message": "There is nothing called `orders.cnt`.",
         "hint": "Did you mean `orders.count`?"}]}""";

  static final String CHECK_REQUEST = "{\"expression\": \"orders.cnt > 3\"}";

  static final String MEMBERS =
      """
      {"items": [{"customerId": "cus_01928c5e-6f50-7000-8000-000000000002",
        "since": "2026-11-20T16:15:50Z"}]}""";

  static final String BATCH =
      """
      {"items": [{"customerId": "cus_01928c5e-6f50-7000-8000-000000000002"},
        {"customerId": "cus_01928c5e-6f50-7000-8000-000000000003", "action": "remove"}]}""";

  static final String BATCH_RESULT =
      """
      {"items": [{"index": 0, "status": 200,
          "id": "cus_01928c5e-6f50-7000-8000-000000000002", "changed": true},
        {"index": 1, "status": 200,
          "id": "cus_01928c5e-6f50-7000-8000-000000000003", "changed": false}]}""";

  static final String LINE =
      """
      {"customerId": "cus_01928c5e-6f50-7000-8000-000000000002", "action": "add"}""";

  static final String CSV =
      """
      customerId,action
      cus_01928c5e-6f50-7000-8000-000000000002,add
      cus_01928c5e-6f50-7000-8000-000000000003,remove
      """;

  static final String OF_CUSTOMER =
      """
      {"customerId": "cus_01928c5e-6f50-7000-8000-000000000002",
       "segments": [{"key": "quiet-champions", "name": "Champions who have gone quiet",
         "kind": "dynamic", "since": "2026-11-20T16:15:50Z"}]}""";

  static final String ATTRIBUTES =
      """
      {"attributes": [{"name": "orders.count", "type": "int", "meaning": "Orders that count.",
        "expression": "orders.count >= 3", "daily": false}]}""";

  static final String HISTORY =
      """
      {"key": "quiet-champions", "from": "2026-11-19", "to": "2026-11-20", "sizeBefore": 201,
       "days": [{"day": "2026-11-20", "size": 218, "entered": 19, "left": 2}],
       "versions": [{"version": 2, "name": "Champions who have gone quiet",
         "expression": "rfm.fm >= 4 && orders.daysSinceLast > 90 && consents[\\"email-marketing\\"]",
         "changedAt": "2026-11-20T16:15:50Z", "changedBy": "back-office"}]}""";

  static final String EXPORT = "{\"format\": \"csv\"}";

  static final String EXPORT_JOB =
      """
      {"id": "job_01928c5e-6f50-7000-8000-000000000001", "kind": "segment-export",
       "status": "queued", "processed": 0, "succeeded": 0, "failed": 0,
       "createdAt": "2026-11-22T08:00:00Z", "errors": {"count": 0,
         "href": "/v1/analytics-service/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors"}}""";

  static final String FILE =
      """
      customerId,since
      cus_01928c5e-6f50-7000-8000-000000000002,2026-11-20T16:15:50Z
      """;
}
