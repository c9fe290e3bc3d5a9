package dev.homeport.customer.matching;

import dev.homeport.customer.contact.Disguises;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Birthday;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.person.Portrait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a customer is compared. Values that a marketplace puts in place of its own are none.
 *
 * @param emails whole addresses
 * @param verifiedEmails those of which somebody proved that they reach the person
 * @param phones in E.164
 */
public record Traits(
    UUID customer,
    @Nullable NameKey name,
    Set<String> emails,
    Set<String> verifiedEmails,
    Set<String> phones,
    Set<Place> places,
    @Nullable Birthday birthday,
    List<Presence> presences) {
  private static final int TAIL = 7;
  private static final int SHORTEST_LOCAL = 5;

  /** Kinds of the values by which candidates are found, as they are stored. */
  public enum Kind {
    EMAIL("match-email"),
    LOCAL("match-local"),
    PHONE("match-phone"),
    TAIL("match-tail"),
    DOOR("match-door"),
    NAME("match-name");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As it is stored. */
    public String code() {
      return code;
    }
  }

  /** A value that two customers have to share to be compared at all. */
  public record Key(Kind kind, String value) {}

  /** What of a portrait is compared. */
  public static Traits of(
      UUID customer, Portrait portrait, List<Presence> presences, Disguises disguises) {
    var person = portrait.person();
    var emails = new HashSet<String>();
    var verified = new HashSet<String>();
    for (Contact contact : person.emails().list()) {
      if (contact.value() instanceof EmailAddress email && !disguises.relayed(email)) {
        emails.add(email.value());
        if (contact.verified()) {
          verified.add(email.value());
        }
      }
    }
    var name = person.name().value();
    return new Traits(
        customer,
        Optional.ofNullable(name)
            .map(known -> NameKey.of(known.full()))
            .filter(key -> !key.words().isEmpty())
            .orElse(null),
        emails,
        verified,
        phones(person.phones()),
        places(person.addresses()),
        portrait.birthday().value(),
        presences);
  }

  private static Set<String> phones(Contacts contacts) {
    var phones = new HashSet<String>();
    for (Contact contact : contacts.list()) {
      if (contact.value() instanceof PhoneNumber phone) {
        phones.add(phone.value());
      }
    }
    return phones;
  }

  private static Set<Place> places(Contacts contacts) {
    var places = new HashSet<Place>();
    for (Contact contact : contacts.list()) {
      if (contact.value() instanceof PostalAddress address) {
        places.add(Place.of(address));
      }
    }
    return places;
  }

  /** The values by which others who may be the same person are found. */
  public Set<Key> keys() {
    var keys = new HashSet<Key>();
    emails.forEach(email -> keys.add(new Key(Kind.EMAIL, email)));
    locals().forEach(local -> keys.add(new Key(Kind.LOCAL, local)));
    phones.forEach(phone -> keys.add(new Key(Kind.PHONE, phone)));
    tails().forEach(tail -> keys.add(new Key(Kind.TAIL, tail)));
    doors().forEach(door -> keys.add(new Key(Kind.DOOR, door)));
    nameKeys().forEach(key -> keys.add(new Key(Kind.NAME, key)));
    return keys;
  }

  /**
   * A name in a postcode: any word of it, by its beginning. Without an address, all of the name.
   */
  private Stream<String> nameKeys() {
    if (name == null) {
      return Stream.empty();
    }
    List<String> areas =
        places.stream().flatMap(place -> place.area().stream()).distinct().toList();
    return areas.isEmpty() || name.words().size() < 2
        ? Stream.empty()
        : areas.stream().flatMap(area -> name.stems().stream().map(stem -> area + " " + stem));
  }

  /** What stands before the {@code @}, without what a mailbox does not tell apart. */
  Set<String> locals() {
    var locals = new HashSet<String>();
    for (String email : emails) {
      String local = email.substring(0, email.lastIndexOf('@'));
      int plus = local.indexOf('+');
      String bare = (plus > 0 ? local.substring(0, plus) : local).replaceAll("[._-]", "");
      if (bare.length() >= SHORTEST_LOCAL) {
        locals.add(bare);
      }
    }
    return locals;
  }

  /** The last digits of the numbers: what comes before is written in many ways. */
  Set<String> tails() {
    var tails = new HashSet<String>();
    phones.stream()
        .filter(phone -> phone.length() > TAIL)
        .forEach(phone -> tails.add(phone.substring(phone.length() - TAIL)));
    return tails;
  }

  Set<String> doors() {
    var doors = new HashSet<String>();
    places.forEach(place -> place.door().ifPresent(doors::add));
    return doors;
  }

  Set<String> areas() {
    var areas = new HashSet<String>();
    places.forEach(place -> place.area().ifPresent(areas::add));
    return areas;
  }

  /** All names that customers with a common value have, those that can be one person's as one. */
  static int names(List<Traits> sharing) {
    var different = new ArrayList<NameKey>();
    for (Traits traits : sharing) {
      NameKey name = traits.name;
      if (name != null
          && different.stream().noneMatch(known -> known.likeness(name).compatible())) {
        different.add(name);
      }
    }
    return different.size();
  }
}
