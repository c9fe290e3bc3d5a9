package dev.homeport.analytics.derived;

/** All that is {@link Derived} of the present tenant. */
public interface Derivations {

  /** Derives everything again, each in a transaction of its own, whatever the facts are. */
  void deriveAll();
}
