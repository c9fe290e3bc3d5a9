package dev.homeport.gateway.usage;

import dev.homeport.gateway.limits.LimitsConfig;
import dev.homeport.platform.tenant.CurrentTenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What a tenant has asked for; a second or so behind. */
@ApplicationScoped
class UsageReport {
  private static final int MONTHS = 24;
  private static final String STANDARD = "standard";

  private final UsageTable table;
  private final CurrentTenant tenant;
  private final LimitsConfig limits;

  UsageReport(UsageTable table, CurrentTenant tenant, LimitsConfig limits) {
    this.table = table;
    this.tenant = tenant;
    this.limits = limits;
  }

  /**
   * @param plan of the tenant by its settings
   */
  UsageView of(UUID id, String plan) {
    // Real time: nobody's month is over because the clock of a sandbox says so.
    YearMonth present = YearMonth.from(Instant.now().atZone(ZoneOffset.UTC));
    YearMonth first = present.minusMonths(MONTHS - 1);
    return tenant.call(
        id,
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () ->
                        view(
                            limits.plans().containsKey(plan) ? plan : STANDARD,
                            present,
                            table.months(first),
                            table.days(first))));
  }

  private UsageView view(
      String plan,
      YearMonth present,
      SortedMap<LocalDate, Long> counted,
      SortedMap<LocalDate, Long> days) {
    var months = new TreeMap<>(counted);
    months.putIfAbsent(present.atDay(1), 0L);
    var views = new ArrayList<UsageView.Month>();
    for (Map.Entry<LocalDate, Long> month : months.descendingMap().entrySet()) {
      YearMonth which = YearMonth.from(month.getKey());
      views.add(
          month(
              which,
              month.getValue(),
              which.equals(present) ? quota(plan) : 0,
              which.equals(present),
              days.subMap(month.getKey(), month.getKey().plusMonths(1))));
    }
    return new UsageView(plan, views);
  }

  private long quota(String plan) {
    LimitsConfig.PlanConfig found = limits.plans().get(plan);
    return found == null ? 0 : found.monthlyRequests();
  }

  private static UsageView.Month month(
      YearMonth month,
      long requests,
      long quota,
      boolean present,
      SortedMap<LocalDate, Long> days) {
    List<UsageView.Day> shown =
        days.entrySet().stream()
            .map(day -> new UsageView.Day(day.getKey(), day.getValue()))
            .toList();
    return new UsageView.Month(
        month.toString(),
        requests,
        quota > 0 ? quota : null,
        quota > 0 ? Math.max(0, quota - requests) : null,
        present ? month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant() : null,
        shown);
  }
}
