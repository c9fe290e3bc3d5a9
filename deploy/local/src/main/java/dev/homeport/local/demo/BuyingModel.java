package dev.homeport.local.demo;

/**
 * How the habits of people differ. Purchases follow BG/NBD: while somebody is a customer, purchases
 * are a Poisson process whose rate is gamma distributed over people, and after each repeat purchase
 * the customer leaves with a probability that is beta distributed over people (Fader, Hardie and
 * Lee 2005, "Counting your customers" the easy way, Marketing Science 24(2), section 3). Spend is
 * gamma-gamma: what one person spends is gamma distributed around a mean of their own, and the
 * means vary as the inverse of a gamma variable (Fader, Hardie and Lee 2005, RFM and CLV, Journal
 * of Marketing Research 42(4), p. 422).
 *
 * @param r shape of the rate of purchases a week
 * @param alpha inverse scale of that rate, in weeks
 * @param a with b: how likely people leave
 * @param b with a: how likely people leave
 * @param p shape of one person's spend
 * @param q shape of the rate of spend over people
 * @param gamma inverse scale of that rate, in euro
 */
record BuyingModel(double r, double alpha, double a, double b, double p, double q, double gamma) {

  /** Two of three people come back within the two years, and spend 52 euro at a time. */
  static final BuyingModel DEMO = new BuyingModel(0.7, 6, 0.9, 8, 6.25, 3.74, 23);

  Habit draw(Dice dice) {
    return new Habit(dice.gamma(r, alpha), dice.beta(a, b), p, dice.gamma(q, gamma));
  }
}
