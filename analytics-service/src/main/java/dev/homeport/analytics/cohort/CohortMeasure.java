package dev.homeport.analytics.cohort;

import java.math.BigDecimal;

/** What is told of a cohort in each of its periods. */
public enum CohortMeasure {
  /** Those with an order that counts. */
  CUSTOMERS {
    @Override
    public BigDecimal of(CohortCell cell) {
      return BigDecimal.valueOf(cell.customers());
    }
  },
  /** Orders that count. */
  ORDERS {
    @Override
    public BigDecimal of(CohortCell cell) {
      return BigDecimal.valueOf(cell.orders());
    }
  },
  /** What was ordered, in the reporting currency. */
  GROSS {
    @Override
    public BigDecimal of(CohortCell cell) {
      return cell.gross();
    }
  },
  /** What was ordered less what came back, in the reporting currency. */
  NET {
    @Override
    public BigDecimal of(CohortCell cell) {
      return cell.gross().subtract(cell.returned());
    }
  };

  /** Its value of a cell. */
  public abstract BigDecimal of(CohortCell cell);

  /** Whether it is an amount of money and no count. */
  public boolean money() {
    return this == GROSS || this == NET;
  }
}
