package dev.homeport.gateway.webhook.rest;

/** Real requests and answers, for the OpenAPI document. */
final class WebhookExamples {
  static final String NEW =
      """
      {"url":"https://shop.example.com/hooks/homeport","eventTypes":["dev.homeport.order.*"],
       "description":"The shop's order desk","ordering":"key","maxConcurrency":4}""";

  static final String ENDPOINT =
      """
      {"id":"whe_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e",
       "url":"https://shop.example.com/hooks/homeport","eventTypes":["dev.homeport.order.*"],
       "description":"The shop's order desk","enabled":true,"ordering":"key","maxConcurrency":4,
       "createdAt":"2026-11-01T10:00:00Z","updatedAt":"2026-11-01T10:00:00Z"}""";

  static final String CREATED =
      """
      {"id":"whe_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e",
       "url":"https://shop.example.com/hooks/homeport","eventTypes":["dev.homeport.order.*"],
       "description":"The shop's order desk","enabled":true,"ordering":"key","maxConcurrency":4,
       "createdAt":"2026-11-01T10:00:00Z","updatedAt":"2026-11-01T10:00:00Z",
       "secret":"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfzcaSEkWk="}""";

  static final String PATCH =
      """
      {"maxConcurrency":8,"enabled":true}""";

  static final String ROTATION =
      """
      {"overlapSeconds":3600}""";

  static final String SECRET =
      """
      {"secret":"whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDazfzcaSEkWk=",
       "previousUntil":"2026-11-02T10:00:00Z"}""";

  static final String DELIVERY =
      """
      {"id":"whd_0198c0de-7a10-7d22-8e8c-3a5b6c7d8e9f",
       "eventId":"0198c0de-79f0-7b33-9f9d-4b6c7d8e9fa0",
       "eventType":"dev.homeport.order.recorded.v1","status":"delivered","attempts":1,
       "lastStatus":200,"createdAt":"2026-11-01T10:05:00Z","finishedAt":"2026-11-01T10:05:00.084Z"}""";

  static final String QUEUED =
      """
      {"id":"whd_0198c0de-7a10-7d22-8e8c-3a5b6c7d8e9f",
       "eventId":"0198c0de-79f0-7b33-9f9d-4b6c7d8e9fa0",
       "eventType":"dev.homeport.gateway.webhook-test.v1","status":"waiting","attempts":0,
       "nextAttemptAt":"2026-11-01T10:05:00Z","createdAt":"2026-11-01T10:05:00Z"}""";

  static final String DETAILS =
      """
      {"id":"whd_0198c0de-7a10-7d22-8e8c-3a5b6c7d8e9f",
       "eventId":"0198c0de-79f0-7b33-9f9d-4b6c7d8e9fa0",
       "eventType":"dev.homeport.gateway.webhook-test.v1","status":"delivered","attempts":1,
       "lastStatus":200,"createdAt":"2026-11-01T10:05:00Z",
       "finishedAt":"2026-11-01T10:05:00.084Z",
       "body":"{\\"specversion\\":\\"1.0\\",\\"id\\":\\"0198c0de-79f0-7b33-9f9d-4b6c7d8e9fa0\\"}",
       "attemptLog":[{"number":1,"at":"2026-11-01T10:05:00.084Z","durationMillis":84,"status":200,
       "answer":"ok"}]}""";

  static final String RESEND =
      """
      {"from":"2026-11-01T00:00:00Z","to":"2026-11-02T00:00:00Z","onlyFailed":true}""";

  static final String JOB =
      """
      {"id":"job_01928c5e-6f50-7000-8000-000000000001","kind":"webhook-resend","status":"queued",
       "processed":0,"succeeded":0,"failed":0,"createdAt":"2026-11-02T08:00:00Z",
       "errors":{"count":0,
       "href":"/v1/gateway/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors"}}""";

  private WebhookExamples() {}
}
