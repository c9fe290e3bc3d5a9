package dev.homeport.customer.person;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.PersonName;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person. Sightings commute and repeat without harm: whatever the order in which
 * a set of them comes, and how often each, the same person results.
 */
public record Person(
    Known<PersonName> name,
    Known<String> country,
    Contacts emails,
    Contacts phones,
    Contacts addresses) {

  /** Somebody of whom nothing is known. */
  public static final Person UNKNOWN =
      new Person(Known.nothing(), Known.nothing(), Contacts.NONE, Contacts.NONE, Contacts.NONE);

  /** The person after one more order showed something of them. */
  public Person seen(Sighting sighting) {
    Person person = named(sighting);
    for (ContactValue value : sighting.contacts()) {
      person = person.with(Contact.seen(value, sighting.seenAt()));
    }
    return person;
  }

  /** What of it a reader is shown: everything but how and when it came to be known. */
  public Shown shown() {
    var contacts =
        Stream.of(emails, phones, addresses)
            .flatMap(kind -> kind.list().stream())
            .map(contact -> new ShownContact(contact.value(), contact.verified(), contact.source()))
            .collect(Collectors.toSet());
    return new Shown(name.value(), country.value(), contacts);
  }

  /** The part of a person that makes a new version when it changes. */
  public record Shown(
      @Nullable PersonName name, @Nullable String country, Set<ShownContact> contacts) {}

  /** A contact point without the time of its last sighting. */
  public record ShownContact(ContactValue value, boolean verified, Contact.Source source) {}

  /** Whether there is nothing by which the person could be recognised or reached. */
  public boolean anonymous() {
    return name.value() == null
        && emails.list().isEmpty()
        && phones.list().isEmpty()
        && addresses.list().isEmpty();
  }

  private Person named(Sighting sighting) {
    PersonName newName = sighting.name();
    String newCountry = sighting.country();
    return new Person(
        newName == null ? name : name.or(Known.seen(newName, sighting.seenAt())),
        newCountry == null ? country : country.or(Known.seen(newCountry, sighting.seenAt())),
        emails,
        phones,
        addresses);
  }

  private Person with(Contact contact) {
    return switch (contact.value().kind()) {
      case EMAIL -> new Person(name, country, emails.and(contact), phones, addresses);
      case PHONE -> new Person(name, country, emails, phones.and(contact), addresses);
      case ADDRESS -> new Person(name, country, emails, phones, addresses.and(contact));
    };
  }
}
