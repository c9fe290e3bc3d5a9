package dev.homeport.analytics.profile.store;

import dev.homeport.analytics.change.Cause;
import dev.homeport.analytics.change.Changes;
import dev.homeport.analytics.profile.Profile;
import dev.homeport.analytics.profile.Profiles;
import dev.homeport.platform.database.Database;
import dev.homeport.platform.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The profiles, each in its highest revision. */
@ApplicationScoped
class ProfileTable implements Profiles {
  private final Database database;
  private final Changes changes;

  ProfileTable(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  @Override
  public int record(List<Profile> profiles) {
    String rows =
        EventJson.write(
            Newest.of(profiles, Profile::customerId, Profile::revision).stream()
                .map(Row::of)
                .toList());
    List<UUID> newer =
        database.list(UPSERT, to -> to.tenant().text(rows), row -> row.getObject(1, UUID.class));
    database.update(FORGET, to -> to.texts(newer));
    changes.mark(Cause.profile, newer);
    return newer.size();
  }

  /** A profile as the statement reads it. */
  private record Row(
      UUID customerId,
      String status,
      @Nullable String country,
      @Nullable String language,
      List<String> tags,
      long revision) {

    private static Row of(Profile profile) {
      return new Row(
          profile.customerId(),
          profile.status().name(),
          profile.country(),
          profile.language(),
          profile.tags(),
          profile.revision());
    }
  }

  private static final String UPSERT =
      """
      insert into customer_profile
        (tenant_id, customer_id, status, country, language, tags, revision)
      select t.id, n."customerId", n.status, n.country, n.language, n.tags, n.revision
      from (select ?::uuid as id) t, jsonb_to_recordset(?::jsonb) as n("customerId" uuid, status text,
          country text, language text, tags text[], revision bigint)
      on conflict (tenant_id, customer_id) do update set
        status = excluded.status, country = excluded.country, language = excluded.language,
        tags = excluded.tags, revision = excluded.revision
      where customer_profile.revision < excluded.revision
      returning customer_id""";

  /** Nobody who was erased allows anything. */
  private static final String FORGET =
      """
      update customer_consent c set purposes = '{}', ends = '{}', next_end = null
      from customer_profile p
      where p.tenant_id = c.tenant_id and p.customer_id = c.customer_id and p.status = 'erased'
        and c.customer_id = any(?::uuid[])""";
}
