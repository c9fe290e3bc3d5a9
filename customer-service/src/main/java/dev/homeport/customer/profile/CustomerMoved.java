package dev.homeport.customer.profile;

import java.util.UUID;

/** The customer asked for has given its place to another one; the request is to be sent there. */
public final class CustomerMoved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UUID customer;
  private final UUID survivor;

  public CustomerMoved(UUID customer, UUID survivor) {
    super("a customer was merged", null, false, false);
    this.customer = customer;
    this.survivor = survivor;
  }

  /** Who was asked for. */
  public UUID customer() {
    return customer;
  }

  /** Who answers in its place. */
  public UUID survivor() {
    return survivor;
  }
}
