package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.journal.Step;
import dev.homeport.loyalty.rating.Rated;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** What a fact deserves in a programme, as it is stored. */
record RatingRow(String programme, Rated rated) {

  /** The last of each fact and programme. */
  static Collection<RatingRow> of(List<JournalledStep> steps) {
    var last = new LinkedHashMap<Key, RatingRow>();
    for (JournalledStep journalled : steps) {
      journalled
          .steps()
          .forEach(
              (programme, step) -> {
                if (step instanceof Step.Changed(List<Step.Booked> booked)) {
                  booked.forEach(each -> put(last, new RatingRow(programme, each.rated())));
                }
              });
    }
    return last.values();
  }

  private static void put(LinkedHashMap<Key, RatingRow> last, RatingRow row) {
    last.put(new Key(row.programme(), row.rated().fact().id()), row);
  }

  private record Key(String programme, UUID factId) {}
}
