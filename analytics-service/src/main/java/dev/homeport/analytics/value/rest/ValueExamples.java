package dev.homeport.analytics.value.rest;

/**
 * Real answers, of 1997-09-30 from a tenth of CDNOW's customers (Fader and Hardie); of the weeks of
 * the report the last that was fitted to, the first that was not, and the last.
 */
final class ValueExamples {
  private ValueExamples() {}

  static final String FIT =
      """
      {"kind": "bg-nbd", "margin": "0.4", "discountPerYear": "0.1"}""";

  static final String QUEUED =
      """
      {"id": "job_01928c5e-6f50-7000-8000-000000000001", "kind": "value-model-fit",
       "status": "queued", "processed": 0, "succeeded": 0, "failed": 0,
       "createdAt": "2026-11-27T08:00:00Z", "errors": {"count": 0,
       "href": "/v1/analytics-service/jobs/job_01928c5e-6f50-7000-8000-000000000001/errors"}}""";

  static final String MODEL =
      """
      {"id": "vmd_01928c5e-6f50-7000-8000-000000000001", "number": 1,
       "settings": {"kind": "bg-nbd", "calibrationEnd": "1997-09-30", "margin": "0.4",
       "discountPerYear": "0.1", "horizonDays": 1095, "refitDays": 0}, "active": true,
       "activatedAt": "2026-11-27T08:01:00.123456Z", "fittedAt": "2026-11-27T08:00:00.123456Z",
       "seconds": 0.0113, "data": {"from": "1997-01-01", "asOf": "1997-09-30", "customers": 2357,
       "repeaters": 946, "purchases": 2457, "spenders": 946},
       "buying": {"parameters": [{"name": "r", "estimate": 0.242594522,
       "standardError": 0.012557378}, {"name": "alpha", "estimate": 4.413602019,
       "standardError": 0.378224055}, {"name": "a", "estimate": 0.792922017,
       "standardError": 0.185733799}, {"name": "b", "estimate": 2.425906777,
       "standardError": 0.705414174}], "logLikelihood": -9582.429207, "aic": 19172.858413,
       "bic": 19195.918993}, "dropOut": "identified",
       "dropOutDetail": "The data tells drop-out from slow buying.",
       "nbd": {"parameters": [{"name": "r", "estimate": 0.384766136,
       "standardError": 0.020985376}, {"name": "alpha", "estimate": 12.072022845,
       "standardError": 0.808723184}], "logLikelihood": -9763.657615, "aic": 19531.315229,
       "bic": 19542.845519}, "spend": {"parameters": [{"name": "p", "estimate": 6.249572416,
       "standardError": 1.190092816}, {"name": "q", "estimate": 3.744224647,
       "standardError": 0.290137169}, {"name": "gamma", "estimate": 15.443520486,
       "standardError": 4.159545767}], "logLikelihood": -4055.917695, "correlation": 0.113888},
       "holdout": {"from": "1997-10-01", "until": "1998-06-30", "actual": 1882,
       "expected": 1653.408698, "ratio": 0.878538, "trackingError": 0.026279,
       "byFrequency": [{"repeats": 0, "customers": 1411, "actual": 0.236712,
       "expected": 0.225087}, {"repeats": 1, "customers": 439, "actual": 0.697039,
       "expected": 0.523131}, {"repeats": 2, "customers": 214, "actual": 1.392523,
       "expected": 1.044134}, {"repeats": 3, "customers": 100, "actual": 1.56,
       "expected": 1.52028}, {"repeats": 4, "customers": 62, "actual": 2.532258,
       "expected": 2.163866}, {"repeats": 5, "customers": 38, "actual": 2.947368,
       "expected": 2.653846}, {"repeats": 6, "customers": 29, "actual": 3.862069,
       "expected": 3.504042}, {"repeats": 7, "customers": 64, "actual": 6.359375,
       "expected": 6.157191}], "weeks": [{"until": "1997-09-30", "actual": 2457,
       "expected": 2493.95689}, {"until": "1997-10-07", "actual": 2507, "expected": 2546.619666},
       {"until": "1998-06-30", "actual": 4339, "expected": 4160.609212}]}}""";

  static final String PAGE =
      """
      {"items": [{"id": "vmd_01928c5e-6f50-7000-8000-000000000001", "number": 1,
       "kind": "bg-nbd", "active": true, "fittedAt": "2026-11-27T08:00:00.123456Z",
       "asOf": "1997-09-30", "customers": 2357, "dropOut": "identified",
       "logLikelihood": -9582.429207, "aic": 19172.858413, "bic": 19195.918993,
       "holdout": {"until": "1998-06-30", "actual": 1882, "expected": 1653.408698,
       "trackingError": 0.026279}}]}""";

  static final String COMPARISON =
      """
      {"models": [{"id": "vmd_01928c5e-6f50-7000-8000-000000000002", "number": 2,
       "kind": "pareto-nbd", "active": false, "fittedAt": "2026-11-27T08:00:00.123456Z",
       "asOf": "1997-09-30", "customers": 2357, "dropOut": "identified",
       "logLikelihood": -9594.976179, "aic": 19197.952358, "bic": 19221.012937,
       "holdout": {"until": "1998-06-30", "actual": 1882, "expected": 1665.513107,
       "trackingError": 0.013121}}, {"id": "vmd_01928c5e-6f50-7000-8000-000000000001",
       "number": 1, "kind": "bg-nbd", "active": true, "fittedAt": "2026-11-27T08:00:00.123456Z",
       "asOf": "1997-09-30", "customers": 2357, "dropOut": "identified",
       "logLikelihood": -9582.429207, "aic": 19172.858413, "bic": 19195.918993,
       "holdout": {"until": "1998-06-30", "actual": 1882, "expected": 1653.408698,
       "trackingError": 0.026279}}], "sameData": true,
       "bestByBic": "vmd_01928c5e-6f50-7000-8000-000000000001",
       "bestByHoldout": "vmd_01928c5e-6f50-7000-8000-000000000002"}""";

  static final String CUSTOMER =
      """
      {"customerId": "cus_01928c5e-6f50-7000-8000-000000000001", "asOf": "1997-09-30",
       "model": {"id": "vmd_01928c5e-6f50-7000-8000-000000000001", "number": 1, "kind": "bg-nbd",
       "fittedAt": "2026-11-27T08:00:00.123456Z", "ageDays": 2, "stale": false},
       "purchases": {"repeats": 2, "recencyDays": 213, "ageDays": 272,
       "meanSpend": {"amount": "22.35", "currency": "USD"}}, "probabilityAlive": 0.72662,
       "dropOut": "identified", "expectedOrders": {"days30": 0.157608, "days90": 0.452483,
       "days365": 1.56219}, "nextOrder": {"probability": 0.724333, "earliest": "1997-10-15",
       "expected": "1998-01-18", "latest": "1999-03-17"}, "expectedSpend": {"amount": "24.65",
       "currency": "USD"}, "lifetimeValue": {"expected": {"amount": "31.16", "currency": "USD"},
       "low": {"amount": "27.94", "currency": "USD"}, "high": {"amount": "35.26",
       "currency": "USD"}}}""";

  static final String SUMMARY =
      """
      {"asOf": "1997-09-30", "model": {"id": "vmd_01928c5e-6f50-7000-8000-000000000001",
       "number": 1, "kind": "bg-nbd", "fittedAt": "2026-11-27T08:00:00.123456Z", "ageDays": 2,
       "stale": false}, "customers": 2357, "dropOut": "identified",
       "customersAlive": 1917.277671, "probabilityAlive": [{"from": 0.0, "to": 0.1,
       "customers": 37}, {"from": 0.1, "to": 0.2, "customers": 47}, {"from": 0.2, "to": 0.3,
       "customers": 117}, {"from": 0.3, "to": 0.4, "customers": 103}, {"from": 0.4, "to": 0.5,
       "customers": 89}, {"from": 0.5, "to": 0.6, "customers": 96}, {"from": 0.6, "to": 0.7,
       "customers": 166}, {"from": 0.7, "to": 0.8, "customers": 176}, {"from": 0.8, "to": 0.9,
       "customers": 94}, {"from": 0.9, "to": 1.0, "customers": 1432}],
       "expectedOrders": {"days30": 218.549087, "days90": 621.639423, "days365": 2093.97177},
       "lifetimeValue": {"total": {"amount": "60052.3", "currency": "USD"},
       "mean": {"amount": "25.48", "currency": "USD"}, "quantiles": [{"amount": "0",
       "currency": "USD"}, {"amount": "7.94", "currency": "USD"}, {"amount": "8.26",
       "currency": "USD"}, {"amount": "8.57", "currency": "USD"}, {"amount": "8.9",
       "currency": "USD"}, {"amount": "9.24", "currency": "USD"}, {"amount": "9.63",
       "currency": "USD"}, {"amount": "12.85", "currency": "USD"}, {"amount": "24.71",
       "currency": "USD"}, {"amount": "55.27", "currency": "USD"}, {"amount": "936.69",
       "currency": "USD"}], "topTenthShare": 0.547967}}""";
}
