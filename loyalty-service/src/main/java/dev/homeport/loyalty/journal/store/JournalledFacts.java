package dev.homeport.loyalty.journal.store;

import dev.homeport.loyalty.fact.Fact;
import dev.homeport.loyalty.journal.Event;
import dev.homeport.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts of identities as they now stand, from the journal. */
@ApplicationScoped
public class JournalledFacts {
  private static final String NEWEST =
      """
      select distinct on (identity_id, fact_id) identity_id, kind, fact from journal
      where tenant_id = ? and identity_id = any(?::uuid[])
        and kind in ('order', 'free-return', 'activity', 'migration', 'grant')
      order by identity_id, fact_id, revision desc""";

  private final Database database;

  JournalledFacts(Database database) {
    this.database = database;
  }

  /** All facts of each identity, each at its highest revision. */
  public Map<UUID, List<Fact>> of(Collection<UUID> identities) {
    var facts = new HashMap<UUID, List<Fact>>();
    if (!identities.isEmpty()) {
      database.each(
          NEWEST,
          to -> to.tenant().texts(identities),
          row -> {
            if (EventText.read(row.getString("kind"), row.getString("fact"))
                instanceof Event.Happened(Fact fact)) {
              facts.computeIfAbsent(fact.identityId(), _ -> new ArrayList<>()).add(fact);
            }
          });
    }
    return facts;
  }
}
