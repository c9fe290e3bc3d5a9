package dev.homeport.customer.person;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.PersonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one order shows of its buyer: true values only, nothing masked.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Sighting(
    Instant seenAt,
    @Nullable PersonName name,
    @Nullable String country,
    List<ContactValue> contacts) {

  public Sighting {
    contacts = List.copyOf(contacts);
  }
}
