package dev.homeport.customer.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Laws of merges on random histories; the seed is in each message. */
class JoinsLawsTest {
  private static final int HISTORIES = 5_000;
  private static final int CUSTOMERS = 7;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** After each step of a history, what is shown is what would be without the reversed merges. */
  @Test
  void aReversedMergeWasNever() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var world = new World(new Random(seed));
      for (int step = 0; step < 40; step++) {
        world.step(step);
      }
      for (UUID top : world.tops()) {
        assertThat(world.shown(top)).as("seed %d", seed).isEqualTo(world.withoutReversed(top));
      }
      world.reverseAll();
      for (UUID customer : world.own.keySet()) {
        assertThat(world.shown(customer)).as("seed %d", seed).isEqualTo(world.own.get(customer));
        assertThat(world.top(customer)).as("seed %d", seed).isEqualTo(customer);
      }
    }
  }

  /** Without choices it does not matter in which order customers were merged into one. */
  @Test
  void theOrderOfMergesIntoOneCustomerDoesNotMatter() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var random = new Random(seed);
      var world = new World(random);
      for (int step = 0; step < 20; step++) {
        world.learn(step);
      }
      UUID top = world.any();
      var joins = new ArrayList<Join>();
      var turned = new ArrayList<Join>();
      Instant at = START.plusSeconds(1_000);
      for (UUID other : world.own.keySet()) {
        if (!other.equals(top)) {
          joins.add(new Join(other, joins.size(), other, top, Takeover.at(at)));
        }
      }
      for (Join join : joins.reversed()) {
        turned.add(
            new Join(join.id(), turned.size(), join.absorbed(), join.survivor(), join.how()));
      }
      assertThat(new Joins(turned).portrait(top, world.own))
          .as("seed %d", seed)
          .isEqualTo(new Joins(joins).portrait(top, world.own));
    }
  }

  /** Everything shown belongs to somebody in the tree, and a stated field is the survivor's. */
  @Test
  void whatIsStatedOfTheSurvivorStandsBeforeWhatMergesBrought() {
    for (long seed = 0; seed < HISTORIES; seed++) {
      var world = new World(new Random(seed));
      for (int step = 0; step < 30; step++) {
        world.step(step);
      }
      UUID top = world.top(world.any());
      Instant now = START.plusSeconds(10_000);
      world.own.put(top, World.stated(world.own.get(top), "Last Word", now));
      assertThat(world.shown(top).person().name().value())
          .as("seed %d", seed)
          .isEqualTo(new PersonName("Last Word", null, null));
      assertThat(world.shown(top).tags()).as("seed %d", seed).containsExactly("last");
      assertThat(world.shown(top).person().emails().list()).as("seed %d", seed).hasSize(1);
    }
  }

  /** Customers, what each was given, and the merges of a history. */
  private static final class World {
    private final Random random;
    private final Map<UUID, Portrait> own = new HashMap<>();
    private final List<Join> made = new ArrayList<>();
    private final List<Join> standing = new ArrayList<>();

    private World(Random random) {
      this.random = random;
      for (int i = 0; i < CUSTOMERS; i++) {
        own.put(new UUID(0, i), Portrait.UNKNOWN);
      }
    }

    private void step(int step) {
      switch (random.nextInt(4)) {
        case 0 -> merge(step);
        case 1 -> reverse();
        default -> learn(step);
      }
    }

    private void merge(int step) {
      UUID survivor = top(any());
      UUID absorbed = top(any());
      if (survivor.equals(absorbed)) {
        return;
      }
      var choices = new EnumMap<Field, Side>(Field.class);
      for (Field field : Field.values()) {
        if (random.nextInt(6) == 0) {
          choices.put(field, Side.values()[random.nextInt(2)]);
        }
      }
      var join =
          new Join(
              new UUID(1, step),
              made.size(),
              absorbed,
              survivor,
              new Takeover(START.plusSeconds(step), choices));
      made.add(join);
      standing.add(join);
    }

    private void reverse() {
      if (!standing.isEmpty()) {
        standing.remove(random.nextInt(standing.size()));
      }
    }

    private void reverseAll() {
      while (!standing.isEmpty()) {
        reverse();
      }
    }

    /** An order shows something of its own identity; what is said is said of who answers. */
    private void learn(int step) {
      Instant at = START.plusSeconds(step);
      if (random.nextBoolean()) {
        var seen =
            new Sighting(
                START.plusSeconds(random.nextInt(60)),
                random.nextBoolean() ? name() : null,
                random.nextBoolean() ? "DE" : "FR",
                List.of(new EmailAddress("e" + random.nextInt(9) + "@example.com")));
        own.computeIfPresent(any(), (_, portrait) -> portrait.seen(seen));
      } else {
        own.computeIfPresent(
            top(any()),
            (_, portrait) -> stated(portrait, random.nextBoolean() ? name().full() : null, at));
      }
    }

    private static Portrait stated(Portrait portrait, String name, Instant at) {
      var times = new EnumMap<Field, Instant>(Field.class);
      times.putAll(portrait.statedAt());
      times.put(Field.NAME, at);
      times.put(Field.TAGS, at);
      times.put(Field.ATTRIBUTES, at);
      times.put(Field.EMAILS, at);
      Person person = portrait.person();
      return new Portrait(
          new Person(
              Known.stated(name == null ? null : new PersonName(name, null, null), at),
              person.country(),
              Contacts.stated(
                  List.of(Contact.stated(new EmailAddress("s@example.com"), true, at)), at),
              person.phones(),
              person.addresses()),
          portrait.language(),
          portrait.timeZone(),
          portrait.birthday(),
          List.of(name == null ? "none" : name.split(" ")[0].toLowerCase(java.util.Locale.ROOT)),
          name == null ? Map.of() : Map.of(name.substring(0, 5), TextNode.valueOf(name)),
          times);
    }

    private PersonName name() {
      return new PersonName("Name" + random.nextInt(5), null, null);
    }

    private UUID any() {
      return new UUID(0, random.nextInt(CUSTOMERS));
    }

    private UUID top(UUID customer) {
      return standing.stream()
          .filter(join -> join.absorbed().equals(customer))
          .findFirst()
          .map(join -> top(join.survivor()))
          .orElse(customer);
    }

    private List<UUID> tops() {
      return own.keySet().stream().filter(customer -> top(customer).equals(customer)).toList();
    }

    private Portrait shown(UUID top) {
      return new Joins(standing).beneath(top).portrait(top, own);
    }

    /** The plainest way: from the customers at the bottom up, each merge looked for anew. */
    private Portrait withoutReversed(UUID customer) {
      Portrait portrait = own.get(customer);
      for (Join join : made) {
        if (join.survivor().equals(customer) && standing.contains(join)) {
          portrait = portrait.with(withoutReversed(join.absorbed()), join.how());
        }
      }
      return portrait;
    }
  }
}
