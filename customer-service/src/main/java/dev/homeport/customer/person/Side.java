package dev.homeport.customer.person;

/** One of the two customers of a merge. */
public enum Side {
  SURVIVOR,
  ABSORBED
}
