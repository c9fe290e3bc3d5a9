package dev.homeport.analytics.value;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What the customers of the present tenant bought, as of a day. */
public interface PurchaseHistories {

  /** One customer's; empty without a counted order. */
  Optional<Purchases> of(UUID customer, Optional<String> market, LocalDate today);

  /** Those of some customers. */
  CustomerColumns of(Collection<UUID> customers, LocalDate today);

  /** Everybody's. */
  CustomerColumns all(Optional<String> market, LocalDate today);

  /** What a model is fitted to; empty where nobody had bought by then. */
  Optional<Observations> observe(
      Optional<String> market, Optional<LocalDate> calibrationEnd, LocalDate today);
}
