package dev.homeport.customer.profile.rest;

/** Examples for the API document; a test sends them. */
final class CustomerExamples {
  static final String NEW =
      """
      {
        "name": {"given": "Änne", "family": "Müller"},
        "emails": [{"address": "aenne@example.com", "verified": true}],
        "phones": [{"number": "030 901820"}],
        "addresses": [
          {"line1": "Hauptstraße 1", "city": "Berlin", "postcode": "10115", "country": "DE"}
        ],
        "country": "DE",
        "language": "de",
        "timeZone": "Europe/Berlin",
        "birthday": {"month": 2, "day": 29},
        "tags": ["wholesale"]
      }""";

  static final String LINE =
      """
      {
        "channel": "shop-de",
        "externalId": "b-1001",
        "name": {"given": "Änne", "family": "Müller"},
        "emails": [{"address": "aenne@example.com", "verified": true}],
        "country": "DE",
        "tags": ["wholesale"]
      }""";

  static final String CSV =
      """
      channel,externalId,givenName,familyName,email,emailVerified,phone,country,birthMonth,birthDay,tags
      shop-de,b-1001,Änne,Müller,aenne@example.com,true,030 901820,DE,2,29,wholesale|newsletter
      ,,Ana,García,ana@example.com,,,ES,,,
      """;

  static final String PATCH =
      """
      {
        "tags": ["wholesale", "newsletter"],
        "birthday": null
      }""";

  static final String CUSTOMER =
      """
      {
        "id": "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f",
        "displayName": "Änne Müller",
        "anonymous": false,
        "status": "active",
        "name": {"full": "Änne Müller", "given": "Änne", "family": "Müller"},
        "emails": [{"address": "aenne@example.com", "verified": true, "source": "api"}],
        "phones": [{"number": "+4930901820", "verified": false, "source": "api"}],
        "addresses": [
          {
            "line1": "Hauptstraße 1",
            "city": "Berlin",
            "postcode": "10115",
            "country": "DE",
            "verified": false,
            "source": "api"
          }
        ],
        "country": "DE",
        "language": "de",
        "timeZone": "Europe/Berlin",
        "birthday": {"month": 2, "day": 29},
        "tags": ["wholesale"],
        "createdAt": "2026-11-01T10:00:00Z",
        "updatedAt": "2026-11-01T10:00:00Z"
      }""";

  static final String PAGE = "{\"items\": [" + CUSTOMER + "]}";

  private CustomerExamples() {}
}
