package dev.homeport.order.marketplace;

/** Where effects take place, in the present transaction. */
public interface Effects {

  /** Takes an effect; to take it again changes nothing. */
  Outcome take(String channel, Effect effect);
}
