package dev.homeport.analytics.acquisition.rest;

import dev.homeport.analytics.acquisition.Spend;
import dev.homeport.analytics.acquisition.SpendBook;
import dev.homeport.platform.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** States what was spent, on the record; what is stated already changes nothing. */
@ApplicationScoped
class Spending {
  private final SpendBook book;
  private final Audit audit;
  private final Now now;

  Spending(SpendBook book, Audit audit, Now now) {
    this.book = book;
    this.audit = audit;
    this.now = now;
  }

  SpendView state(SpendDocument document) {
    Spend spend = document.spend(now.currency(), now.instant());
    @Nullable Spend before = book.find(spend.key()).orElse(null);
    if (before != null && same(before, spend)) {
      return view(before);
    }
    book.put(spend);
    SpendView view = view(spend);
    if (before != null || spend.amount().signum() != 0) {
      audit.record(
          "marketing-spend.put",
          "marketing-spend",
          name(spend.key()),
          before == null ? null : view(before),
          view);
    }
    return view;
  }

  private SpendView view(Spend spend) {
    return SpendView.from(spend, now.currency());
  }

  private static boolean same(Spend one, Spend other) {
    return one.amount().compareTo(other.amount()) == 0
        && one.currency().equals(other.currency())
        && one.rate().compareTo(other.rate()) == 0;
  }

  private static String name(Spend.Key key) {
    return Stream.of(
            key.month().toString(),
            key.channel(),
            key.campaign().orElse(null),
            key.market().orElse(null))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("/"));
  }
}
