package dev.homeport.customer.profile;

import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.person.Birthday;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Known;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.time.Revision;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row for each customer; contact points lie in a table of their own. */
@Entity
class Customer extends PanacheEntityBase {
  static final String ACTIVE = "active";
  static final String MERGED = "merged";
  static final String ERASED = "erased";

  @Id UUID id;

  @TenantId
  @Formula("cast(tenant_id as text)")
  @Nullable String tenantId;

  @Column long version;
  @Column long revision;
  @Column String status;

  @Column(name = "merged_into")
  @Nullable UUID mergedInto;

  @Column(name = "home_channel")
  String homeChannel;

  /** What only the customer's key opens; null when nothing of it is known. */
  byte @Nullable [] personal;

  @Transient Personal known = Personal.NOTHING;

  @Column(name = "name_stated")
  boolean nameStated;

  @Column(name = "name_at")
  Instant nameAt;

  @Nullable String country;

  @Column(name = "country_stated")
  boolean countryStated;

  @Column(name = "country_at")
  Instant countryAt;

  @Nullable String language;

  @Column(name = "time_zone")
  @Nullable String timeZone;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  List<String> tags;

  @Column(name = "emails_since")
  Instant emailsSince;

  @Column(name = "phones_since")
  Instant phonesSince;

  @Column(name = "addresses_since")
  Instant addressesSince;

  /** When each field was last stated through the API. */
  @Convert(converter = FieldTimesColumn.class)
  @Column(name = "stated_at")
  Map<Field, Instant> statedAt;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  /** Reads what lies under the key; without one there is nothing to read. */
  void open(@Nullable PersonalKey key) {
    known = personal == null || key == null ? Personal.NOTHING : key.open(personal, Personal.class);
  }

  /** Puts what is known under the key. */
  void close(PersonalKey key) {
    personal = known.equals(Personal.NOTHING) ? null : key.close(EventJson.write(known));
  }

  Known<PersonName> name() {
    return new Known<>(known.name(), nameStated, nameAt);
  }

  void name(Known<PersonName> name) {
    known = known.named(name.value());
    nameStated = name.stated();
    nameAt = name.at();
  }

  Known<String> country() {
    return new Known<>(country, countryStated, countryAt);
  }

  void country(Known<String> known) {
    country = known.value();
    countryStated = known.stated();
    countryAt = known.at();
  }

  @Nullable Birthday birthday() {
    return known.born();
  }

  void birthday(@Nullable Birthday birthday) {
    known = known.born(birthday);
  }

  /** Leaves nothing of the person but the country that the figures count them for. */
  void erase(Clock clock) {
    known = Personal.NOTHING;
    personal = null;
    nameStated = false;
    language = null;
    timeZone = null;
    tags = List.of();
    status = mergedInto == null ? ERASED : MERGED;
    touch(clock);
  }

  /** Makes a change that a reader can see into a version of its own. */
  void touch(Clock clock) {
    version++;
    revision = Revision.next(revision, clock);
    updatedAt = clock.instant();
  }
}
