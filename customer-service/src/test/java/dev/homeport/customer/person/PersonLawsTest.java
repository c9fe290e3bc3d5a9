package dev.homeport.customer.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Laws on random histories; the number of the repetition is the seed. */
class PersonLawsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @RepeatedTest(200)
  void sightingsMayComeInAnyOrderAndAnyNumberOfTimes(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    Person before = somebody(random);
    List<Sighting> history = history(random);
    var shuffled = new ArrayList<>(history);
    history.forEach(
        sighting -> Collections.nCopies(random.nextInt(3), sighting).forEach(shuffled::add));
    Collections.shuffle(shuffled, random);

    assertThat(see(before, shuffled)).isEqualTo(see(before, history));
  }

  @RepeatedTest(50)
  void whatIsKnownIsNeverLost(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    Person before = see(somebody(random), history(random));

    Person after = see(before, history(random));

    assertThat(before.name().value() == null || after.name().value() != null).isTrue();
    assertThat(after.name().stated() || !before.name().stated()).isTrue();
    assertThat(after.emails().list()).hasSizeGreaterThanOrEqualTo(before.emails().list().size());
  }

  @Test
  void aStatedValueStandsOverANewerSighting() {
    Person stated =
        withName(Person.UNKNOWN, Known.stated(new PersonName("Anna Berg", null, null), START));

    Person after = stated.seen(named("A. B.", START.plusSeconds(1)));

    assertThat(after).isEqualTo(stated);
  }

  @Test
  void amongSightingsTheNewerStands() {
    Person after =
        Person.UNKNOWN.seen(named("Newer", START.plusSeconds(1))).seen(named("Older", START));

    assertThat(after.name().value()).isEqualTo(new PersonName("Newer", null, null));
  }

  @Test
  void aRemovedNameComesBackOnlyWithANewerSighting() {
    Person removed = withName(Person.UNKNOWN, Known.stated(null, START));

    assertThat(removed.seen(named("Anna", START)).name().value()).isNull();
    assertThat(removed.seen(named("Anna", START.plusNanos(1_000))).name().value()).isNotNull();
  }

  @Test
  void aListThatWasStatedCoversWhatOrdersShowedBefore() {
    var kept = new EmailAddress("kept@example.com");
    Contacts stated = Contacts.stated(List.of(Contact.stated(kept, true, START)), START);
    var late = Contact.seen(new EmailAddress("late@example.com"), START);
    var later = Contact.seen(new EmailAddress("later@example.com"), START.plusSeconds(1));

    assertThat(stated.and(late)).isEqualTo(stated);
    assertThat(stated.and(later).list()).hasSize(2);
  }

  @Test
  void aSightingDoesNotTakeVerificationAway() {
    var address = new EmailAddress("a@example.com");
    Contacts stated = Contacts.stated(List.of(Contact.stated(address, true, START)), START);

    Contact after = stated.and(Contact.seen(address, START.plusSeconds(1))).list().getFirst();

    assertThat(after.verified()).isTrue();
    assertThat(after.source()).isEqualTo(Contact.Source.API);
    assertThat(after.seenAt()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void ofTooManySightingsTheNewestAreKeptAndWhatWasStatedStays() {
    var stated = new PhoneNumber("+4930901820");
    Contacts contacts = Contacts.stated(List.of(Contact.stated(stated, false, START)), START);
    for (int i = 1; i <= 30; i++) {
      contacts =
          contacts.and(
              Contact.seen(
                  new PhoneNumber("+49309018%02d".formatted(30 + i)), START.plusSeconds(i)));
    }

    assertThat(contacts.list()).hasSize(Contacts.MAX_SEEN + 1);
    assertThat(contacts.list()).extracting(Contact::value).contains(stated);
    assertThat(contacts.list().getFirst().seenAt()).isEqualTo(START.plusSeconds(30));
  }

  @Test
  void anAddressIsTheSamePlaceInAnotherSpelling() {
    ContactValue first = address("Hauptstraße 1", "Anna");
    ContactValue second = address("HAUPTSTRASSE 1.", "Bernd");

    Contacts contacts =
        Contacts.NONE
            .and(Contact.seen(first, START))
            .and(Contact.seen(second, START.plusSeconds(1)));

    assertThat(contacts.list()).extracting(Contact::value).containsExactly(second);
  }

  private static Person see(Person person, List<Sighting> sightings) {
    for (Sighting sighting : sightings) {
      person = person.seen(sighting);
    }
    return person;
  }

  private static Person withName(Person person, Known<PersonName> name) {
    return new Person(name, person.country(), person.emails(), person.phones(), person.addresses());
  }

  private static Sighting named(String name, Instant at) {
    return new Sighting(at, new PersonName(name, null, null), null, List.of());
  }

  private static ContactValue address(String line1, String name) {
    return new PostalAddress(name, line1, null, "Berlin", null, "10115", "DE");
  }

  private static Person somebody(Random random) {
    Instant at = at(random);
    return new Person(
        random.nextBoolean()
            ? Known.stated(random.nextBoolean() ? name(random) : null, at)
            : Known.nothing(),
        random.nextBoolean() ? Known.stated("DE", at) : Known.nothing(),
        random.nextBoolean()
            ? Contacts.stated(List.of(Contact.stated(email(random), true, at)), at)
            : Contacts.NONE,
        Contacts.NONE,
        Contacts.NONE);
  }

  private static List<Sighting> history(Random random) {
    var history = new ArrayList<Sighting>();
    for (int i = random.nextInt(40); i >= 0; i--) {
      var contacts = new ArrayList<ContactValue>();
      if (random.nextBoolean()) {
        contacts.add(email(random));
      }
      if (random.nextBoolean()) {
        contacts.add(address(random.nextBoolean() ? "Weg 1" : "weg 1", "N" + random.nextInt(3)));
      }
      history.add(
          new Sighting(
              at(random),
              random.nextBoolean() ? name(random) : null,
              random.nextBoolean() ? List.of("DE", "FR", "GB").get(random.nextInt(3)) : null,
              contacts));
    }
    return history;
  }

  private static PersonName name(Random random) {
    return new PersonName("Name " + random.nextInt(3), null, null);
  }

  private static EmailAddress email(Random random) {
    return new EmailAddress(random.nextInt(40) + "@example.com");
  }

  private static Instant at(Random random) {
    return START.plusSeconds(random.nextInt(20));
  }
}
