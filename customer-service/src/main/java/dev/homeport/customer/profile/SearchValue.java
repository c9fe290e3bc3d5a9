package dev.homeport.customer.profile;

import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contact.SearchText;
import dev.homeport.customer.person.Contacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A text by which a customer is found. */
record SearchValue(UUID customer, String kind, String value) {

  static final String NAME = "name";
  static final String EMAIL = "email";
  static final String PHONE = "phone";
  static final String TAG = "tag";

  /**
   * All of a customer: the name from each of its words on, addresses and numbers whole. One that
   * was merged has none: the values are those of the customer in whose place it is.
   */
  static Set<SearchValue> of(Profile profile) {
    if (!profile.active()) {
      return Set.of();
    }
    var person = profile.person();
    var values = new HashSet<SearchValue>();
    UUID id = profile.id();
    names(person.name().value()).forEach(name -> values.add(new SearchValue(id, NAME, name)));
    whole(person.emails()).forEach(email -> values.add(new SearchValue(id, EMAIL, email)));
    whole(person.phones()).forEach(phone -> values.add(new SearchValue(id, PHONE, phone)));
    profile.stated().tags().forEach(tag -> values.add(new SearchValue(id, TAG, tag)));
    return values;
  }

  private static Stream<String> names(@Nullable PersonName name) {
    return name == null
        ? Stream.empty()
        : Stream.of(name.full(), name.given(), name.family())
            .filter(part -> part != null)
            .map(SearchText::fromEachWord)
            .flatMap(List::stream);
  }

  private static Stream<String> whole(Contacts contacts) {
    return contacts.list().stream().map(contact -> contact.value().key());
  }
}
