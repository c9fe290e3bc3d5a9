package dev.homeport.loyalty.announcement;

import dev.homeport.loyalty.journal.store.ChangeCause;
import dev.homeport.loyalty.programme.RunningProgrammes;
import dev.homeport.loyalty.programme.Versions;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.database.Parameters;
import dev.homeport.platform.due.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * When a version of a programme begins, or the programme ends, members may be in other tiers, have
 * another floor, and their points another value: everybody is looked at again.
 */
@ApplicationScoped
class VersionTurns implements DueWork {
  private static final int END = 0;

  private static final String TURNED =
      "select programme, number from version_turned where tenant_id = ?";

  private static final String LOOK_AT_ALL =
      """
      insert into member_change (tenant_id, cause, identities, customers)
      select m.tenant_id, ?, '{}', array_agg(m.customer_id)
      from (
        select t.tenant_id, t.customer_id,
          (row_number() over (order by t.customer_id) - 1) / 500 as part
        from member_told t where t.tenant_id = ? and t.programme = ?) m
      group by m.tenant_id, m.part""";

  private static final String REMEMBER =
      """
      insert into version_turned (tenant_id, programme, number) values (?, ?, ?)
      on conflict do nothing""";

  private final Database database;
  private final RunningProgrammes programmes;

  VersionTurns(Database database, RunningProgrammes programmes) {
    this.database = database;
    this.programmes = programmes;
  }

  /** A version of a programme, or its end. */
  private record Mark(String programme, int number) {}

  /** A mark and its moment. */
  private record Turn(Mark mark, Instant at) {}

  @Override
  public Optional<Instant> next(Instant horizon) {
    return turns(horizon).stream().map(Turn::at).min(Comparator.naturalOrder());
  }

  @Override
  public void run(Instant horizon) {
    for (Turn turn : turns(horizon)) {
      Mark mark = turn.mark();
      database.update(
          LOOK_AT_ALL, to -> to.text(ChangeCause.PROGRAMME.text()).tenant().text(mark.programme()));
      database.update(REMEMBER, to -> to.tenant().text(mark.programme()).number(mark.number()));
    }
  }

  /** Those that have come and of which nobody has been told. */
  private List<Turn> turns(Instant horizon) {
    var turned =
        new HashSet<>(
            database.list(
                TURNED,
                Parameters::tenant,
                row -> new Mark(row.getString("programme"), row.getInt("number"))));
    return programmes.all().stream()
        .flatMap(versions -> turns(versions).stream())
        .filter(turn -> !turn.at().isAfter(horizon) && !turned.contains(turn.mark()))
        .toList();
  }

  private static List<Turn> turns(Versions versions) {
    var turns = new ArrayList<Turn>();
    versions
        .all()
        .forEach(
            version ->
                turns.add(new Turn(new Mark(versions.key(), version.number()), version.start())));
    Instant end = versions.end();
    if (end != null) {
      turns.add(new Turn(new Mark(versions.key(), END), end));
    }
    return turns;
  }
}
