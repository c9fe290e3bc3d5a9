package dev.homeport.customer.person;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The contact points of one kind, each place once, the most recently seen first.
 *
 * @param since the list was last stated as a whole; what orders showed until then no longer counts
 */
public record Contacts(List<Contact> list, Instant since) {

  /** As many of a kind as are kept of those that nobody stated: a parcel shop has thousands. */
  static final int MAX_SEEN = 20;

  private static final Comparator<Contact> ORDER =
      Comparator.comparing(Contact::seenAt)
          .reversed()
          .thenComparing(contact -> contact.value().key());

  /** None, and none ever stated. */
  public static final Contacts NONE = new Contacts(List.of(), Instant.EPOCH);

  public Contacts {
    list = merged(list);
  }

  /** With one more sighting. */
  Contacts and(Contact seen) {
    if (!seen.seenAt().isAfter(since)) {
      return this;
    }
    var all = new java.util.ArrayList<>(list);
    all.add(seen);
    return new Contacts(all, since);
  }

  /** Those that were stated or seen later. */
  Contacts after(Instant at) {
    return new Contacts(
        list.stream().filter(contact -> contact.seenAt().isAfter(at)).toList(), since);
  }

  /** The list as somebody stated it, in place of all before. */
  public static Contacts stated(Collection<Contact> contacts, Instant at) {
    return new Contacts(List.copyOf(contacts), at);
  }

  private static List<Contact> merged(Collection<Contact> contacts) {
    Map<String, Contact> places = LinkedHashMap.newLinkedHashMap(contacts.size());
    contacts.forEach(contact -> places.merge(contact.value().key(), contact, Contact::and));
    var kept = places.values().stream().sorted(ORDER).toList();
    if (kept.size() <= MAX_SEEN) {
      return kept;
    }
    var seenOnly = kept.stream().filter(Contacts::seenOnly).skip(MAX_SEEN).toList();
    return kept.stream().filter(contact -> !seenOnly.contains(contact)).toList();
  }

  private static boolean seenOnly(Contact contact) {
    return contact.source() == Contact.Source.ORDER && !contact.verified();
  }
}
