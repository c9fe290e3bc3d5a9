package dev.homeport.customer.profile.rest;

import dev.homeport.customer.person.Contact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A telephone number in E.164 and how it came to be known. */
@Schema(name = "KnownPhone")
record PhoneView(
    @Schema(examples = "+4930901820") String number, boolean verified, Contact.Source source) {

  static PhoneView of(Contact contact) {
    return new PhoneView(contact.value().key(), contact.verified(), contact.source());
  }

  CustomerDocument.Phone document() {
    return new CustomerDocument.Phone(number, verified);
  }
}
