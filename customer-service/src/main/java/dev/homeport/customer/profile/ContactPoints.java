package dev.homeport.customer.profile;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.person.Person;
import dev.homeport.customer.personal.PersonalKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one customer's contact points, opened. */
final class ContactPoints {
  private final UUID customer;
  private final List<ContactPoint> rows;
  private final @Nullable PersonalKey key;

  ContactPoints(UUID customer, List<ContactPoint> rows, @Nullable PersonalKey key) {
    this.customer = customer;
    this.key = key;
    this.rows = new ArrayList<>();
    if (key != null) {
      rows.forEach(row -> this.rows.add(row.opened(key)));
    }
  }

  /** Those of a kind. */
  Contacts of(ContactValue.Kind kind, Instant since) {
    return new Contacts(
        rows.stream().filter(row -> row.kind == kind).map(ContactPoint::contact).toList(), since);
  }

  /** Makes the rows say what is known: places that stay keep their row. */
  void keep(Person next) {
    PersonalKey opening = Objects.requireNonNull(key, "the customer was erased");
    Map<String, Contact> wanted = new HashMap<>();
    Stream.of(next.emails(), next.phones(), next.addresses())
        .flatMap(contacts -> contacts.list().stream())
        .forEach(contact -> wanted.put(place(contact), contact));
    rows.removeIf(
        row -> {
          Contact contact = wanted.remove(place(row.contact()));
          if (contact == null) {
            row.delete();
          } else {
            row.set(contact, opening);
          }
          return contact == null;
        });
    wanted.values().forEach(contact -> rows.add(added(contact, opening)));
  }

  /** Knows of none any more; whoever erases deletes the rows. */
  void clear() {
    rows.clear();
  }

  private ContactPoint added(Contact contact, PersonalKey opening) {
    var point = ContactPoint.of(customer, contact, opening);
    point.persist();
    return point;
  }

  private static String place(Contact contact) {
    return contact.value().kind() + " " + contact.value().key();
  }
}
