package dev.homeport.customer.profile;

import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.person.Birthday;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Known;
import dev.homeport.platform.time.Revision;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Clock;
import java.time.Instant;
import java.time.MonthDay;
import java.time.Year;
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

  @Column(name = "full_name")
  @Nullable String fullName;

  @Column(name = "given_name")
  @Nullable String givenName;

  @Column(name = "family_name")
  @Nullable String familyName;

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

  @Column(name = "birth_month")
  @Nullable Short birthMonth;

  @Column(name = "birth_day")
  @Nullable Short birthDay;

  @Column(name = "birth_year")
  @Nullable Short birthYear;

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

  Known<PersonName> name() {
    PersonName name = fullName == null ? null : new PersonName(fullName, givenName, familyName);
    return new Known<>(name, nameStated, nameAt);
  }

  void name(Known<PersonName> name) {
    PersonName value = name.value();
    fullName = value == null ? null : value.full();
    givenName = value == null ? null : value.given();
    familyName = value == null ? null : value.family();
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
    return birthMonth == null || birthDay == null
        ? null
        : new Birthday(
            MonthDay.of(birthMonth, birthDay), birthYear == null ? null : Year.of(birthYear));
  }

  void birthday(@Nullable Birthday birthday) {
    Year year = birthday == null ? null : birthday.year();
    birthMonth = birthday == null ? null : (short) birthday.day().getMonthValue();
    birthDay = birthday == null ? null : (short) birthday.day().getDayOfMonth();
    birthYear = year == null ? null : (short) year.getValue();
  }

  /** Makes a change that a reader can see into a version of its own. */
  void touch(Clock clock) {
    version++;
    revision = Revision.next(revision, clock);
    updatedAt = clock.instant();
  }
}
