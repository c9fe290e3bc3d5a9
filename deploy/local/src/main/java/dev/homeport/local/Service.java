package dev.homeport.local;

import java.util.Arrays;

/** The five services, in the order in which they matter to a reader. */
public enum Service {
  /** The edge. */
  GATEWAY("gateway", Databases.GATEWAY),
  /** People and parties. */
  CUSTOMER("customer-service", Databases.CUSTOMER),
  /** Orders as facts. */
  ORDER("order-service", Databases.ORDERS),
  /** What is derived. */
  ANALYTICS("analytics-service", Databases.ANALYTICS),
  /** Points, tiers and rewards. */
  LOYALTY("loyalty-service", Databases.LOYALTY);

  private final String id;
  private final Databases.Database database;

  Service(String id, Databases.Database database) {
    this.id = id;
    this.database = database;
  }

  /** Its name, which is also the directory of its module. */
  public String id() {
    return id;
  }

  /** The database that only this service uses. */
  public Databases.Database database() {
    return database;
  }

  /** The service with this name. */
  public static Service named(String id) {
    return Arrays.stream(values())
        .filter(service -> service.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No service is called " + id));
  }
}
