package dev.homeport.analytics.rfm;

import java.math.BigDecimal;

/** The measures of all customers with a counted order, in columns; who they are does not matter. */
public final class Population {
  private final Columns columns;

  private Population(Columns columns) {
    this.columns = columns;
  }

  /** How many customers there are. */
  public int size() {
    return columns.present();
  }

  Columns columns() {
    return columns;
  }

  /** Takes customers one by one. */
  public static final class Builder {
    private final Columns columns = new Columns();

    /**
     * Adds a customer.
     *
     * @param lastOrderDay as days since 1970-01-01
     * @param frequency counted orders
     * @param monetary net amount, with at most nine decimals
     */
    public void add(long lastOrderDay, long frequency, BigDecimal monetary) {
      columns.set(columns.add(), lastOrderDay, frequency, monetary);
    }

    /** As {@link #add(long, long, BigDecimal)}. */
    public void add(Measures measures) {
      add(measures.lastOrderDay().toEpochDay(), measures.frequency(), measures.monetary());
    }

    /** Everybody added so far; nobody can be added afterwards. */
    public Population build() {
      return new Population(columns);
    }
  }
}
