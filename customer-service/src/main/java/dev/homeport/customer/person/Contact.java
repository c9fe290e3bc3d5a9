package dev.homeport.customer.person;

import dev.homeport.customer.contact.ContactValue;
import java.time.Instant;

/**
 * A contact point of a person.
 *
 * @param verified somebody proved that it reaches the person
 * @param source who told us first of all that it is theirs: the API stands over orders
 * @param seenAt the last time it was stated or seen
 */
public record Contact(ContactValue value, boolean verified, Source source, Instant seenAt) {

  /** Where a contact point comes from, the better one first. */
  public enum Source {
    API,
    ORDER
  }

  /** One seen on an order. */
  public static Contact seen(ContactValue value, Instant at) {
    return new Contact(value, false, Source.ORDER, at);
  }

  /** One given through the API. */
  public static Contact stated(ContactValue value, boolean verified, Instant at) {
    return new Contact(value, verified, Source.API, at);
  }

  /** What both together say of one and the same place. */
  Contact and(Contact other) {
    return new Contact(
        newer(other) ? other.value : value,
        verified || other.verified,
        source.compareTo(other.source) <= 0 ? source : other.source,
        seenAt.isAfter(other.seenAt) ? seenAt : other.seenAt);
  }

  /** Spellings of one place differ; with no other order among them, their text decides. */
  private boolean newer(Contact other) {
    int byTime = other.seenAt.compareTo(seenAt);
    return byTime > 0 || (byTime == 0 && other.value.toString().compareTo(value.toString()) > 0);
  }
}
