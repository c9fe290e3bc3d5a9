package dev.homeport.customer.profile;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contract.CustomerChanged;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.person.Known;
import dev.homeport.customer.person.Person;
import dev.homeport.customer.person.Sighting;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.customer.profile.StatedProfile.StatedContact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer with its contact points: the rows, and what they say together. */
public final class Profile {
  /** Before the id, where people see it. */
  public static final String PREFIX = "cus";

  /** An id as people see it. */
  public static final String ID_PATTERN = "^cus_[0-9a-f-]{36}$";

  private final Customer customer;
  private final @Nullable PersonalKey key;
  private final List<ContactPoint> points;
  private final CustomerChanged published;
  private final boolean fresh;
  private Person person;

  /**
   * @param key opens what is known; null for whoever was erased, of whom nothing is
   */
  Profile(Customer customer, List<ContactPoint> points, @Nullable PersonalKey key) {
    this.customer = customer;
    this.key = key;
    this.points =
        key == null
            ? new ArrayList<>()
            : new ArrayList<>(points.stream().map(point -> point.opened(key)).toList());
    customer.open(key);
    this.published = customer.changed();
    this.fresh = customer.version == 0;
    this.person =
        new Person(
            customer.name(),
            customer.country(),
            contacts(ContactValue.Kind.EMAIL, customer.emailsSince),
            contacts(ContactValue.Kind.PHONE, customer.phonesSince),
            contacts(ContactValue.Kind.ADDRESS, customer.addressesSince));
  }

  private Contacts contacts(ContactValue.Kind kind, Instant since) {
    return new Contacts(
        points.stream().filter(p -> p.kind == kind).map(ContactPoint::contact).toList(), since);
  }

  public UUID id() {
    return customer.id;
  }

  /** The number of the last change that a reader can see. */
  public long version() {
    return customer.version;
  }

  /**
   * This customer, if nobody has taken its place.
   *
   * @throws CustomerMoved otherwise
   */
  public Profile orMoved() {
    if (customer.mergedInto != null) {
      throw new CustomerMoved(customer.id, customer.mergedInto);
    }
    return this;
  }

  public Person person() {
    return person;
  }

  public String status() {
    return customer.status;
  }

  public @Nullable Birthday birthday() {
    return customer.birthday();
  }

  public Instant createdAt() {
    return customer.createdAt;
  }

  public Instant updatedAt() {
    return customer.updatedAt;
  }

  /** Whether another customer has taken its place. */
  public boolean moved() {
    return customer.mergedInto != null;
  }

  /** Whether the person has asked to be forgotten, and was. */
  public boolean erased() {
    return key == null || customer.status.equals(Customer.ERASED);
  }

  /** Forgets everything but that there was somebody. */
  void erase(Clock clock) {
    points.clear();
    person =
        new Person(
            Known.nothing(), customer.country(), Contacts.NONE, Contacts.NONE, Contacts.NONE);
    customer.erase(clock);
  }

  /** What a person may be shown as: the name, else a label that cannot be taken for one. */
  public String displayName() {
    PersonName name = person.name().value();
    if (name != null) {
      return name.full();
    }
    String label =
        customer.homeChannel.equals(Identity.HOME_CHANNEL)
            ? "customer "
            : customer.homeChannel + " buyer ";
    return label + customer.id.toString().substring(0, 4);
  }

  /** Whether it came into being by itself and nobody has learnt or said anything of the person. */
  public boolean bare() {
    return person.anonymous()
        && customer.birthday() == null
        && customer.tags.isEmpty()
        && customer.known.attributes().isEmpty();
  }

  /** What has been said or seen, in the form in which it is stated. */
  public StatedProfile stated() {
    return new StatedProfile(
        person.name().value(),
        StatedContact.of(person.emails()),
        StatedContact.of(person.phones()),
        StatedContact.of(person.addresses()),
        person.country().value(),
        customer.language,
        customer.timeZone,
        customer.birthday(),
        customer.tags,
        customer.known.attributes());
  }

  /** Takes what orders showed; true when a reader can see the difference. */
  public boolean see(List<Sighting> sightings, Clock clock) {
    if (erased()) {
      return false;
    }
    Person next = person;
    for (Sighting sighting : sightings) {
      next = next.seen(sighting);
    }
    return know(next, false, clock);
  }

  /** Takes what is said of the customer now, as a whole; true when anything changed by it. */
  public boolean state(StatedProfile next, Clock clock) {
    StatedProfile present = stated();
    if (next.equals(present)) {
      return false;
    }
    Instant now = clock.instant();
    customer.language = next.language();
    customer.timeZone = next.timeZone();
    customer.birthday(next.birthday());
    customer.tags = new ArrayList<>(next.tags());
    customer.known = customer.known.having(next.attributes());
    return know(statedPerson(present, next, now), true, clock);
  }

  private Person statedPerson(StatedProfile present, StatedProfile next, Instant now) {
    return new Person(
        Objects.equals(next.name(), present.name())
            ? person.name()
            : Known.stated(next.name(), now),
        Objects.equals(next.country(), present.country())
            ? person.country()
            : Known.stated(next.country(), now),
        statedContacts(person.emails(), present.emails(), next.emails(), now),
        statedContacts(person.phones(), present.phones(), next.phones(), now),
        statedContacts(person.addresses(), present.addresses(), next.addresses(), now));
  }

  private static Contacts statedContacts(
      Contacts known, Set<StatedContact> present, Set<StatedContact> next, Instant now) {
    return next.equals(present)
        ? known
        : Contacts.stated(next.stream().map(contact -> contact.at(now)).toList(), now);
  }

  /** Gives its place to another customer. */
  public void mergeInto(UUID survivor, Clock clock) {
    customer.status = Customer.MERGED;
    customer.mergedInto = survivor;
    customer.touch(clock);
  }

  private boolean know(Person next, boolean otherwiseChanged, Clock clock) {
    boolean shows = otherwiseChanged || !next.shown().equals(person.shown());
    if (!next.equals(person)) {
      customer.name(next.name());
      customer.country(next.country());
      customer.emailsSince = next.emails().since();
      customer.phonesSince = next.phones().since();
      customer.addressesSince = next.addresses().since();
      keep(next);
      person = next;
    }
    if (shows) {
      customer.close(key());
      customer.touch(clock);
    }
    return shows;
  }

  /** Makes the rows say what is known: places that stay keep their row. */
  private void keep(Person next) {
    Map<String, Contact> wanted = new HashMap<>();
    Stream.of(next.emails(), next.phones(), next.addresses())
        .flatMap(contacts -> contacts.list().stream())
        .forEach(contact -> wanted.put(place(contact), contact));
    points.removeIf(
        point -> {
          Contact contact = wanted.remove(place(point.contact()));
          if (contact == null) {
            point.delete();
          } else {
            point.set(contact, key());
          }
          return contact == null;
        });
    wanted.values().forEach(contact -> points.add(added(contact)));
  }

  private ContactPoint added(Contact contact) {
    var point = ContactPoint.of(customer.id, contact, key());
    point.persist();
    return point;
  }

  private PersonalKey key() {
    return Objects.requireNonNull(key, "the customer was erased");
  }

  private static String place(Contact contact) {
    return contact.value().kind() + " " + contact.value().key();
  }

  /** The event that others are to get, if they can see a difference. */
  Optional<CustomerChanged> news() {
    CustomerChanged present = customer.changed();
    boolean same =
        present.equals(
            new CustomerChanged(
                published.customerId(),
                published.country(),
                published.language(),
                published.tags(),
                published.status(),
                present.revision()));
    return same && !fresh ? Optional.empty() : Optional.of(present);
  }
}
