package dev.homeport.customer.person;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.contact.PersonName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a customer: its own values, or together with those that merges bring.
 *
 * @param tags sorted, each once
 * @param attributes values of what the merchant has declared, by name
 * @param statedAt when each field was last stated through the API, those that ever were
 */
public record Portrait(
    Person person,
    Known<String> language,
    Known<String> timeZone,
    Known<Birthday> birthday,
    List<String> tags,
    Map<String, JsonNode> attributes,
    Map<Field, Instant> statedAt) {

  /** Somebody of whom nothing is known. */
  public static final Portrait UNKNOWN =
      new Portrait(
          Person.UNKNOWN,
          Known.nothing(),
          Known.nothing(),
          Known.nothing(),
          List.of(),
          Map.of(),
          Map.of());

  public Portrait {
    tags = List.copyOf(tags);
    attributes = Map.copyOf(attributes);
    statedAt = Map.copyOf(statedAt);
  }

  /** With more that an order showed. */
  public Portrait seen(Sighting sighting) {
    return new Portrait(
        person.seen(sighting), language, timeZone, birthday, tags, attributes, statedAt);
  }

  /** As the survivor of a merge is shown. */
  public Portrait with(Portrait absorbed, Takeover how) {
    return new Portrait(
        new Person(
            name(absorbed, how).value(),
            country(absorbed, how).value(),
            emails(absorbed, how).value(),
            phones(absorbed, how).value(),
            addresses(absorbed, how).value()),
        language(absorbed, how).value(),
        timeZone(absorbed, how).value(),
        birthday(absorbed, how).value(),
        tags(absorbed, how).value(),
        attributes(absorbed, how).value(),
        statedAt);
  }

  /** Of each field, whose value the survivor of a merge would show, and why. */
  public Map<Field, Verdict<?>> preview(Portrait absorbed, Takeover how) {
    var verdicts = new EnumMap<Field, Verdict<?>>(Field.class);
    verdicts.put(Field.NAME, name(absorbed, how));
    verdicts.put(Field.COUNTRY, country(absorbed, how));
    verdicts.put(Field.LANGUAGE, language(absorbed, how));
    verdicts.put(Field.TIME_ZONE, timeZone(absorbed, how));
    verdicts.put(Field.BIRTHDAY, birthday(absorbed, how));
    verdicts.put(Field.TAGS, tags(absorbed, how));
    verdicts.put(Field.ATTRIBUTES, attributes(absorbed, how));
    verdicts.put(Field.EMAILS, emails(absorbed, how));
    verdicts.put(Field.PHONES, phones(absorbed, how));
    verdicts.put(Field.ADDRESSES, addresses(absorbed, how));
    return verdicts;
  }

  private Verdict<Known<PersonName>> name(Portrait absorbed, Takeover how) {
    return how.value(Field.NAME, person.name(), absorbed.person.name(), statedAt.get(Field.NAME));
  }

  private Verdict<Known<String>> country(Portrait absorbed, Takeover how) {
    return how.value(
        Field.COUNTRY, person.country(), absorbed.person.country(), statedAt.get(Field.COUNTRY));
  }

  private Verdict<Known<String>> language(Portrait absorbed, Takeover how) {
    return how.value(Field.LANGUAGE, language, absorbed.language, statedAt.get(Field.LANGUAGE));
  }

  private Verdict<Known<String>> timeZone(Portrait absorbed, Takeover how) {
    return how.value(Field.TIME_ZONE, timeZone, absorbed.timeZone, statedAt.get(Field.TIME_ZONE));
  }

  private Verdict<Known<Birthday>> birthday(Portrait absorbed, Takeover how) {
    return how.value(Field.BIRTHDAY, birthday, absorbed.birthday, statedAt.get(Field.BIRTHDAY));
  }

  private Verdict<List<String>> tags(Portrait absorbed, Takeover how) {
    return how.tags(tags, absorbed.tags, statedAt.get(Field.TAGS));
  }

  private Verdict<Map<String, JsonNode>> attributes(Portrait absorbed, Takeover how) {
    return how.attributes(
        attributes,
        absorbed.attributes,
        statedAt.get(Field.ATTRIBUTES),
        absorbed.statedAt.get(Field.ATTRIBUTES));
  }

  private Verdict<Contacts> emails(Portrait absorbed, Takeover how) {
    return how.contacts(
        Field.EMAILS, person.emails(), absorbed.person.emails(), statedAt.get(Field.EMAILS));
  }

  private Verdict<Contacts> phones(Portrait absorbed, Takeover how) {
    return how.contacts(
        Field.PHONES, person.phones(), absorbed.person.phones(), statedAt.get(Field.PHONES));
  }

  private Verdict<Contacts> addresses(Portrait absorbed, Takeover how) {
    return how.contacts(
        Field.ADDRESSES,
        person.addresses(),
        absorbed.person.addresses(),
        statedAt.get(Field.ADDRESSES));
  }
}
