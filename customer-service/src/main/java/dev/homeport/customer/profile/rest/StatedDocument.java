package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.attribute.Attribute;
import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Birthday;
import dev.homeport.customer.profile.StatedProfile;
import dev.homeport.customer.profile.StatedProfile.StatedContact;
import dev.homeport.platform.country.Countries;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a document: every value becomes a valid one, or the problem names its place. */
final class StatedDocument {
  private final CustomerDocument document;
  private final Map<String, Attribute> declared;

  private StatedDocument(CustomerDocument document, Map<String, Attribute> declared) {
    this.document = document;
    this.declared = declared;
  }

  /**
   * What the document says.
   *
   * @param declared the attributes that there are
   * @param today no birthday lies after it
   * @throws Problem 422 with the code of the first value that cannot be
   */
  static StatedProfile read(
      CustomerDocument document, Map<String, Attribute> declared, LocalDate today) {
    return new StatedDocument(document, declared).read(today);
  }

  private StatedProfile read(LocalDate today) {
    String country = country(document.country(), "/country");
    return new StatedProfile(
        name(),
        each("/emails", document.emails(), StatedDocument::email),
        each("/phones", document.phones(), (phone, place) -> phone(phone, country, place)),
        each("/addresses", document.addresses(), StatedDocument::address),
        country,
        language(),
        timeZone(),
        birthday(today),
        document.tags() == null ? List.of() : document.tags(),
        attributes());
  }

  private @Nullable PersonName name() {
    var name = document.name();
    return name == null
        ? null
        : PersonName.of(name.full(), name.given(), name.family())
            .orElseThrow(() -> refusal(CustomerProblem.INVALID_NAME, "/name"));
  }

  /** Of two that mean the same place, the verified one is kept. */
  private static <D> Set<StatedContact> each(
      String pointer, @Nullable List<D> documents, BiFunction<D, String, StatedContact> read) {
    var contacts = new HashSet<StatedContact>();
    if (documents != null) {
      for (int i = 0; i < documents.size(); i++) {
        contacts.add(read.apply(documents.get(i), pointer + "/" + i));
      }
    }
    contacts.removeIf(
        contact -> !contact.verified() && contacts.contains(verified(contact.value())));
    return contacts;
  }

  private static StatedContact verified(ContactValue value) {
    return new StatedContact(value, true);
  }

  private static StatedContact email(CustomerDocument.Email email, String place) {
    return EmailAddress.parse(email.address())
        .map(value -> new StatedContact(value, is(email.verified())))
        .orElseThrow(() -> refusal(CustomerProblem.INVALID_EMAIL, place + "/address"));
  }

  private static StatedContact phone(
      CustomerDocument.Phone phone, @Nullable String country, String place) {
    return PhoneNumber.parse(phone.number(), country)
        .map(value -> new StatedContact(value, is(phone.verified())))
        .orElseThrow(() -> refusal(CustomerProblem.INVALID_PHONE, place + "/number"));
  }

  private static StatedContact address(CustomerDocument.Address address, String place) {
    String country = country(address.country(), place + "/country");
    return PostalAddress.of(
            address.name(),
            address.line1(),
            address.line2(),
            address.city(),
            address.region(),
            address.postcode(),
            country)
        .map(value -> new StatedContact(value, is(address.verified())))
        .orElseThrow(() -> refusal(CustomerProblem.INVALID_ADDRESS, place));
  }

  private static @Nullable String country(@Nullable String code, String place) {
    if (code != null && !Countries.known(code)) {
      throw refusal(CustomerProblem.UNKNOWN_COUNTRY, place);
    }
    return code;
  }

  private @Nullable String language() {
    if (document.language() == null) {
      return null;
    }
    try {
      var locale = new Locale.Builder().setLanguageTag(document.language()).build();
      return Optional.of(locale.toLanguageTag())
          .filter(tag -> !locale.getLanguage().isEmpty())
          .orElseThrow(() -> refusal(CustomerProblem.INVALID_LANGUAGE, "/language"));
    } catch (IllformedLocaleException _) {
      throw refusal(CustomerProblem.INVALID_LANGUAGE, "/language");
    }
  }

  private @Nullable String timeZone() {
    String zone = document.timeZone();
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      throw refusal(CustomerProblem.UNKNOWN_TIME_ZONE, "/timeZone");
    }
    return zone;
  }

  private @Nullable Birthday birthday(LocalDate today) {
    var day = document.birthday();
    return day == null
        ? null
        : Birthday.of(day.month(), day.day(), day.year(), today)
            .orElseThrow(() -> refusal(CustomerProblem.INVALID_BIRTHDAY, "/birthday"));
  }

  private Map<String, JsonNode> attributes() {
    Map<String, JsonNode> stated = document.attributes();
    if (stated == null) {
      return Map.of();
    }
    var read = new TreeMap<String, JsonNode>();
    stated.forEach(
        (name, value) -> {
          Attribute attribute = declared.get(name);
          if (attribute == null) {
            throw refusal(CustomerProblem.UNKNOWN_ATTRIBUTE, "/attributes/" + pointer(name));
          }
          if (!attribute.admits(value)) {
            throw refusal(CustomerProblem.INVALID_ATTRIBUTE, "/attributes/" + pointer(name));
          }
          // As it is read from the database again: 1.5 is one value, not two kinds of it.
          read.put(name, EventJson.tree(value.toString()));
        });
    return read;
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static boolean is(@Nullable Boolean verified) {
    return Boolean.TRUE.equals(verified);
  }

  private static Problem refusal(CustomerProblem code, String place) {
    return Problem.of(code).at(place, code, code.title() + ".");
  }
}
