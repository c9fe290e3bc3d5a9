package dev.homeport.analytics.acquisition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Customers of the present tenant by their first order. */
public interface WonCustomers {

  /** What those won from one day to another have brought up to the end of a day. */
  List<Won> won(
      AttributionRules rules, AcquisitionAxis by, LocalDate from, LocalDate to, LocalDate asOf);

  /** The same customers, some of one rule and value at a time. */
  void each(
      AttributionRules rules,
      AcquisitionAxis by,
      LocalDate from,
      LocalDate to,
      BiConsumer<Place, Collection<UUID>> some);

  /** Revenue month by month. */
  List<MonthlyRevenue> revenue(LocalDate from, LocalDate to);

  /** Where customers belong. */
  record Place(int rule, String value) {}
}
