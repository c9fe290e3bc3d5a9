package dev.homeport.customer.contact;

/** What a contact point holds. */
public sealed interface ContactValue permits EmailAddress, PhoneNumber, PostalAddress {

  /** The kinds, as they are named in the database. */
  enum Kind {
    EMAIL,
    PHONE,
    ADDRESS
  }

  Kind kind();

  /** Two values of one kind with the same key reach the same place. */
  String key();
}
