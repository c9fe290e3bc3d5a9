package dev.homeport.customer.profile;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contract.CustomerChanged;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.person.Join;
import dev.homeport.customer.person.Joins;
import dev.homeport.customer.person.Known;
import dev.homeport.customer.person.Person;
import dev.homeport.customer.person.Portrait;
import dev.homeport.customer.person.Sighting;
import dev.homeport.customer.personal.PersonalKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer with its contact points: the rows, and what they say together. What merges bring is
 * shown, but it stays with the customer that it was given to.
 */
public final class Profile {
  /** Before the id, where people see it. */
  public static final String PREFIX = "cus";

  /** An id as people see it. */
  public static final String ID_PATTERN = "^cus_[0-9a-f-]{36}$";

  private final Customer customer;
  private final @Nullable PersonalKey key;
  private final ContactPoints points;
  private final List<Joined> joined = new ArrayList<>();
  private final boolean fresh;
  private Person person;
  private Portrait shown;
  private CustomerChanged published;

  /**
   * @param key opens what is known; null for whoever was erased, of whom nothing is
   */
  Profile(Customer customer, List<ContactPoint> points, @Nullable PersonalKey key) {
    this.customer = customer;
    this.key = key;
    this.points = new ContactPoints(customer.id, points, key);
    customer.open(key);
    this.fresh = customer.version == 0;
    this.person =
        new Person(
            customer.name(),
            customer.country(),
            this.points.of(ContactValue.Kind.EMAIL, customer.emailsSince),
            this.points.of(ContactValue.Kind.PHONE, customer.phonesSince),
            this.points.of(ContactValue.Kind.ADDRESS, customer.addressesSince));
    this.shown = own();
    this.published = changed();
  }

  /** A customer that others were merged into: every merge of the tree beneath it, by number. */
  Profile(
      Customer customer,
      List<ContactPoint> points,
      @Nullable PersonalKey key,
      List<Joined> joined) {
    this(customer, points, key);
    this.joined.addAll(joined);
    this.shown = fold();
    this.published = changed();
  }

  /** A merge, and the customer that it took away. */
  record Joined(Join join, Profile absorbed) {}

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

  /** What is shown of the person: the customer's own values and those that merges bring. */
  public Person person() {
    return shown.person();
  }

  /** All that is shown. */
  public Portrait shown() {
    return shown;
  }

  /** What the customer itself was given, without the merges. */
  public Portrait own() {
    return new Portrait(
        person,
        stated(Field.LANGUAGE, customer.language),
        stated(Field.TIME_ZONE, customer.timeZone),
        stated(Field.BIRTHDAY, customer.birthday()),
        customer.tags,
        customer.known.attributes(),
        customer.statedAt);
  }

  private <T extends Comparable<? super T>> Known<T> stated(Field field, @Nullable T value) {
    return Known.stated(value, customer.statedAt.getOrDefault(field, Instant.EPOCH));
  }

  /** The survivor's portrait, from the bottom of the tree up. */
  private Portrait fold() {
    if (joined.isEmpty()) {
      return own();
    }
    var portraits = new HashMap<UUID, Portrait>();
    everybody().forEach(member -> portraits.put(member.id(), member.own()));
    return joins().portrait(id(), portraits);
  }

  private Joins joins() {
    return new Joins(joined.stream().map(Joined::join).toList());
  }

  /** Whether there is, or was, anything by which others could be found to be the same person. */
  boolean comparable() {
    return !fresh || !person().anonymous();
  }

  public String status() {
    return customer.status;
  }

  /** Whether nobody has taken its place and it can be worked with. */
  public boolean active() {
    return customer.status.equals(Customer.ACTIVE);
  }

  /** Who has taken its place; null while nobody has. */
  public @Nullable UUID mergedInto() {
    return customer.mergedInto;
  }

  /** The channel whose buyer it was at first. */
  public String homeChannel() {
    return customer.homeChannel;
  }

  public Instant createdAt() {
    return customer.createdAt;
  }

  public Instant updatedAt() {
    return customer.updatedAt;
  }

  /** Whether the person has asked to be forgotten, and was. */
  public boolean erased() {
    return key == null || customer.status.equals(Customer.ERASED);
  }

  /** Forgets everything but that there was somebody, here and beneath. */
  void erase(Clock clock) {
    everybody().forEach(member -> member.forget(clock));
    shown = fold();
  }

  private void forget(Clock clock) {
    points.clear();
    person =
        new Person(
            Known.nothing(), customer.country(), Contacts.NONE, Contacts.NONE, Contacts.NONE);
    customer.erase(clock);
    shown = own();
  }

  /** What a person may be shown as: the name, else a label that cannot be taken for one. */
  public String displayName() {
    PersonName name = person().name().value();
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
    return person().anonymous()
        && shown.birthday().value() == null
        && shown.tags().isEmpty()
        && shown.attributes().isEmpty();
  }

  /** What is shown, in the form in which it is stated. */
  public StatedProfile stated() {
    return StatedProfile.of(shown);
  }

  /** Takes what orders of its own identity showed; true when a reader can see the difference. */
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
    return state(next, stated().differences(next), clock);
  }

  /**
   * Takes what is said of some fields now; true when anything changed by it. It becomes the
   * customer's own, also where a merge already shows the same, and stands before all that merges
   * have brought until now.
   */
  public boolean state(StatedProfile said, Set<Field> fields, Clock clock) {
    StatedProfile present = StatedProfile.of(own());
    StatedProfile next = present.taking(fields, said);
    Portrait before = shown;
    Map<Field, Instant> times = new HashMap<>(customer.statedAt);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    fields.forEach(field -> times.put(field, now));
    customer.statedAt = Map.copyOf(times);
    boolean changes = !next.equals(present);
    if (changes) {
      customer.language = next.language();
      customer.timeZone = next.timeZone();
      customer.birthday(next.birthday());
      customer.tags = new ArrayList<>(next.tags());
      customer.known = customer.known.having(next.attributes());
      know(next.onto(person, present, now), true, clock);
    } else {
      shown = fold();
      changes = !StatedProfile.of(before).equals(stated());
      if (changes) {
        customer.touch(clock);
      }
    }
    return changes;
  }

  /** Takes the place of another customer, which has just been merged into it. */
  public void takePlaceOf(Profile absorbed, Join join, Clock clock) {
    joined.addAll(absorbed.joined);
    joined.add(new Joined(join, absorbed));
    joined.sort(Comparator.comparing(each -> each.join().number()));
    absorbed.customer.status = Customer.MERGED;
    absorbed.customer.touch(clock);
    absorbed.everybody().forEach(member -> member.customer.mergedInto = id());
    absorbed.joined.clear();
    shown = fold();
    customer.touch(clock);
  }

  /** Gives back the place of a customer that was merged somewhere beneath this one. */
  public Profile giveBack(UUID merge, Clock clock) {
    Joined reversed =
        joined.stream().filter(each -> each.join().id().equals(merge)).findFirst().orElseThrow();
    Profile absorbed = reversed.absorbed();
    joined.remove(reversed);
    Set<Join> beneath = Set.copyOf(joins().beneath(absorbed.id()).byNumber());
    joined.stream().filter(each -> beneath.contains(each.join())).forEach(absorbed.joined::add);
    joined.removeAll(absorbed.joined);
    absorbed.everybody().forEach(member -> member.customer.mergedInto = absorbed.id());
    absorbed.customer.mergedInto = null;
    absorbed.customer.status = Customer.ACTIVE;
    absorbed.shown = absorbed.fold();
    absorbed.customer.touch(clock);
    shown = fold();
    customer.touch(clock);
    return absorbed;
  }

  /** Those that were merged into it, directly or not, each with what it was given itself. */
  public List<Profile> members() {
    return joined.stream().map(Joined::absorbed).toList();
  }

  private Stream<Profile> everybody() {
    return Stream.concat(Stream.of(this), joined.stream().map(Joined::absorbed));
  }

  /** Works out anew what is shown, after merged customers have learnt something. */
  public boolean reflect(Clock clock) {
    Portrait before = shown;
    shown = fold();
    boolean shows =
        !StatedProfile.of(before).equals(stated())
            || !before.person().shown().equals(person().shown());
    if (shows) {
      customer.touch(clock);
    }
    return shows;
  }

  private boolean know(Person next, boolean otherwiseChanged, Clock clock) {
    boolean shows = otherwiseChanged || !next.shown().equals(person.shown());
    if (!next.equals(person)) {
      customer.name(next.name());
      customer.country(next.country());
      customer.emailsSince = next.emails().since();
      customer.phonesSince = next.phones().since();
      customer.addressesSince = next.addresses().since();
      points.keep(next);
      person = next;
    }
    shown = fold();
    if (shows) {
      customer.close(key());
      customer.touch(clock);
    }
    return shows;
  }

  private PersonalKey key() {
    return Objects.requireNonNull(key, "the customer was erased");
  }

  /** Its state as others get to know it. */
  CustomerChanged changed() {
    return new CustomerChanged(
        customer.id,
        shown.person().country().value(),
        shown.language().value(),
        shown.tags(),
        customer.status,
        customer.revision);
  }

  /** The event that others are to get, if they can see a difference. */
  Optional<CustomerChanged> news() {
    CustomerChanged present = changed();
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
