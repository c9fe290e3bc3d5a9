package dev.homeport.customer.person;

/** What can be said of a customer, one by one. */
public enum Field {
  NAME,
  COUNTRY,
  LANGUAGE,
  TIME_ZONE,
  BIRTHDAY,
  TAGS,
  ATTRIBUTES,
  EMAILS,
  PHONES,
  ADDRESSES
}
