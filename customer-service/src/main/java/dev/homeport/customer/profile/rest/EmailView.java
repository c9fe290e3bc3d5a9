package dev.homeport.customer.profile.rest;

import dev.homeport.customer.person.Contact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An e-mail address and how it came to be known. */
@Schema(name = "KnownEmail")
record EmailView(
    @Schema(examples = "aenne@example.com") String address,
    boolean verified,
    Contact.Source source) {

  static EmailView of(Contact contact) {
    return new EmailView(contact.value().key(), contact.verified(), contact.source());
  }

  CustomerDocument.Email document() {
    return new CustomerDocument.Email(address, verified);
  }
}
