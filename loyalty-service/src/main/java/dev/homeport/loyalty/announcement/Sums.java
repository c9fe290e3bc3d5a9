package dev.homeport.loyalty.announcement;

/** The points of all identities of a customer in a programme; {@code net} is usable less owed. */
record Sums(long pending, long net, long held, long earned) {
  static final Sums NONE = new Sums(0, 0, 0, 0);
}
