package dev.homeport.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.person.Birthday;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Known;
import dev.homeport.customer.person.Person;
import dev.homeport.customer.person.Portrait;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that can be said of a customer through the API; every value is valid.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language BCP 47
 * @param timeZone an id of the IANA time zone database
 * @param tags sorted, each once
 * @param attributes of the names and types that the merchant has declared
 */
public record StatedProfile(
    @Nullable PersonName name,
    Set<StatedContact> emails,
    Set<StatedContact> phones,
    Set<StatedContact> addresses,
    @Nullable String country,
    @Nullable String language,
    @Nullable String timeZone,
    @Nullable Birthday birthday,
    List<String> tags,
    Map<String, JsonNode> attributes) {

  /** The most attributes of one customer. */
  public static final int MAX_ATTRIBUTES = 100;

  public StatedProfile {
    tags = tags.stream().distinct().sorted().toList();
    attributes = new TreeMap<>(attributes);
  }

  /** What a portrait shows. */
  static StatedProfile of(Portrait portrait) {
    Person person = portrait.person();
    return new StatedProfile(
        person.name().value(),
        StatedContact.of(person.emails()),
        StatedContact.of(person.phones()),
        StatedContact.of(person.addresses()),
        person.country().value(),
        portrait.language().value(),
        portrait.timeZone().value(),
        portrait.birthday().value(),
        portrait.tags(),
        portrait.attributes());
  }

  /**
   * The person of whom this is stated now.
   *
   * @param present what was stated before: where it is the same, what is known stays as it is
   */
  Person onto(Person person, StatedProfile present, Instant now) {
    return new Person(
        Objects.equals(name, present.name) ? person.name() : Known.stated(name, now),
        Objects.equals(country, present.country) ? person.country() : Known.stated(country, now),
        statedContacts(person.emails(), present.emails, emails, now),
        statedContacts(person.phones(), present.phones, phones, now),
        statedContacts(person.addresses(), present.addresses, addresses, now));
  }

  private static Contacts statedContacts(
      Contacts known, Set<StatedContact> present, Set<StatedContact> next, Instant now) {
    return next.equals(present)
        ? known
        : Contacts.stated(next.stream().map(contact -> contact.at(now)).toList(), now);
  }

  /** This, but with the values of these fields that another one has. */
  public StatedProfile taking(Set<Field> fields, StatedProfile other) {
    return new StatedProfile(
        fields.contains(Field.NAME) ? other.name : name,
        fields.contains(Field.EMAILS) ? other.emails : emails,
        fields.contains(Field.PHONES) ? other.phones : phones,
        fields.contains(Field.ADDRESSES) ? other.addresses : addresses,
        fields.contains(Field.COUNTRY) ? other.country : country,
        fields.contains(Field.LANGUAGE) ? other.language : language,
        fields.contains(Field.TIME_ZONE) ? other.timeZone : timeZone,
        fields.contains(Field.BIRTHDAY) ? other.birthday : birthday,
        fields.contains(Field.TAGS) ? other.tags : tags,
        fields.contains(Field.ATTRIBUTES) ? other.attributes : attributes);
  }

  /** This, but with the attributes of another one beside those that are named here. */
  public StatedProfile besideAttributesOf(StatedProfile other) {
    var all = new TreeMap<>(other.attributes);
    all.putAll(attributes);
    return new StatedProfile(
        name, emails, phones, addresses, country, language, timeZone, birthday, tags, all);
  }

  /** The fields in which another one differs. */
  public Set<Field> differences(StatedProfile other) {
    return EnumSet.allOf(Field.class).stream()
        .filter(field -> !equals(taking(Set.of(field), other)))
        .collect(Collectors.toSet());
  }

  /** A contact point as it is stated. */
  public record StatedContact(ContactValue value, boolean verified) {

    Contact at(Instant now) {
      return Contact.stated(value, verified, now);
    }

    static Set<StatedContact> of(Contacts contacts) {
      return contacts.list().stream()
          .map(contact -> new StatedContact(contact.value(), contact.verified()))
          .collect(Collectors.toSet());
    }
  }
}
