package dev.homeport.gateway.apikey.rest;

/** Real requests and answers, for the OpenAPI document. */
final class Examples {
  static final String NEW =
      """
      {"name":"Storefront, production","scopes":["orders:read","orders:write"],"plan":"standard"}""";

  static final String KEY =
      """
      {"id":"key_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e","name":"Storefront, production",
       "clientId":"key-acme-2f4a5b6c7d8e","scopes":["orders:read","orders:write"],
       "plan":"standard","status":"active","createdBy":"tenant-acme",
       "createdAt":"2026-11-28T08:00:00Z"}""";

  static final String CREATED =
      """
      {"id":"key_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e","name":"Storefront, production",
       "clientId":"key-acme-2f4a5b6c7d8e","scopes":["orders:read","orders:write"],
       "plan":"standard","status":"active","createdBy":"tenant-acme",
       "createdAt":"2026-11-28T08:00:00Z",
       "apiKey":"hp_a2V5LWFjbWUtMmY0YTViNmM3ZDhlOmQxWXBEbW12UHIwZ05lNVprMXdCM2NYYjBaYkd4OFF1"}""";

  static final String ROTATED =
      """
      {"id":"key_0198c0de-6f0a-7c11-9d7b-2f4a5b6c7d8e","name":"Storefront, production",
       "clientId":"key-acme-2f4a5b6c7d8e","scopes":["orders:read","orders:write"],
       "plan":"standard","status":"active","createdBy":"tenant-acme",
       "createdAt":"2026-11-28T08:00:00Z","rotatedAt":"2026-12-28T08:00:00Z",
       "previousSecretEndsAt":"2026-12-29T08:00:00Z",
       "apiKey":"hp_a2V5LWFjbWUtMmY0YTViNmM3ZDhlOjlUdW1zQnVIdm93aGY0WXRXR25XQlg5TlpxNEh0NjZF"}""";

  static final String ROTATION =
      """
      {"endPrevious":false}""";

  private Examples() {}
}
