package dev.homeport.gateway.tenant.rest;

/** Real requests and answers, for the OpenAPI document. */
final class Examples {
  static final String NEW_TENANT =
      """
      {"slug":"acme","name":"Acme Traders","reportingCurrency":"EUR","timeZone":"Europe/Berlin",
       "markets":["DE","FR"],"sandbox":true,"plan":"standard",
       "allowedOrigins":["https://shop.example"]}""";

  static final String TENANT =
      """
      {"id":"ten_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e","slug":"acme","name":"Acme Traders",
       "reportingCurrency":"EUR","timeZone":"Europe/Berlin","markets":["DE","FR"],"sandbox":true,
       "plan":"standard","allowedOrigins":["https://shop.example"],
       "createdAt":"2026-11-01T10:00:00Z","updatedAt":"2026-11-01T10:00:00Z"}""";

  static final String CREDENTIALS =
      """
      {"clientId":"tenant-acme","clientSecret":"d1YpDmmvPr0gNe5Zk1wB3cXb0ZbGx8Qu",
       "apiKey":"hp_dGVuYW50LWFjbWU6ZDFZcERtbXZQcjBnTmU1WmsxdzNjWGIwWmJHeDhRdQ",
       "scopes":["orders:read","orders:write"]}""";

  static final String CREATED =
      """
      {"id":"ten_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e","slug":"acme","name":"Acme Traders",
       "reportingCurrency":"EUR","timeZone":"Europe/Berlin","markets":["DE","FR"],"sandbox":true,
       "plan":"standard","allowedOrigins":["https://shop.example"],
       "createdAt":"2026-11-01T10:00:00Z","updatedAt":"2026-11-01T10:00:00Z",
       "credentials":{"clientId":"tenant-acme","clientSecret":"d1YpDmmvPr0gNe5Zk1wB3cXb0ZbGx8Qu",
       "apiKey":"hp_dGVuYW50LWFjbWU6ZDFZcERtbXZQcjBnTmU1WmsxdzNjWGIwWmJHeDhRdQ",
       "scopes":["orders:read","orders:write"]}}""";

  static final String CHANGE =
      """
      {"name":"Acme Traders International","markets":["DE","FR","PL"]}""";

  static final String ROTATION =
      """
      {"endPrevious":true}""";

  static final String RESET =
      """
      {"tenant":{"id":"ten_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e","slug":"acme",
       "name":"Acme Traders","reportingCurrency":"EUR","timeZone":"Europe/Berlin",
       "markets":["DE","FR"],"sandbox":true,"plan":"standard",
       "allowedOrigins":["https://shop.example"],
       "createdAt":"2026-11-01T10:00:00Z","updatedAt":"2026-11-01T10:00:00Z"},
       "emptied":["analytics-service","customer-service","loyalty-service","order-service"],
       "pending":[]}""";

  private Examples() {}
}
