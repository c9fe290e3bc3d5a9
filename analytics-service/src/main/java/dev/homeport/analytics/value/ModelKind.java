package dev.homeport.analytics.value;

/** How customers are taken to buy and to drop out. */
public enum ModelKind {
  /** Fader, Hardie, Lee 2005: drop-out after a purchase. */
  BG_NBD,
  /** Schmittlein, Morrison, Colombo 1987: drop-out at any time. */
  PARETO_NBD
}
