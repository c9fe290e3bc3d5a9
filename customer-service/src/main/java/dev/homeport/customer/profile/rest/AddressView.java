package dev.homeport.customer.profile.rest;

import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Contact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A postal address and how it came to be known. */
@Schema(name = "KnownAddress")
record AddressView(
    @Nullable String name,
    @Schema(examples = "Hauptstraße 1") @Nullable String line1,
    @Nullable String line2,
    @Schema(examples = "Berlin") @Nullable String city,
    @Nullable String region,
    @Schema(examples = "10115") @Nullable String postcode,
    @Schema(examples = "DE") String country,
    boolean verified,
    Contact.Source source) {

  static AddressView of(Contact contact) {
    var place = (PostalAddress) contact.value();
    return new AddressView(
        place.name(),
        place.line1(),
        place.line2(),
        place.city(),
        place.region(),
        place.postcode(),
        place.country(),
        contact.verified(),
        contact.source());
  }

  CustomerDocument.Address document() {
    return new CustomerDocument.Address(
        name, line1, line2, city, region, postcode, country, verified);
  }
}
