package dev.homeport.customer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  public StatedProfile {
    tags = tags.stream().distinct().sorted().toList();
    attributes = new TreeMap<>(attributes);
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
