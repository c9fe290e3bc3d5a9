package dev.homeport.analytics.derived;

/**
 * Something that is derived as a whole from the facts of a tenant, in due time after they have
 * changed. A bean; it is called for one tenant, on one replica at a time, in a transaction.
 */
public interface Derived {

  /** What it is called: kebab-case, for ever. */
  String name();

  /** Derives it again, in place of what was there. */
  void derive();
}
