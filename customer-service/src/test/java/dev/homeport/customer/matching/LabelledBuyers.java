package dev.homeport.customer.matching;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.Disguises;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.person.Known;
import dev.homeport.customer.person.Person;
import dev.homeport.customer.person.Portrait;
import dev.homeport.customer.person.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Buyers of several channels of whom it is known who is who, from a seed: typing errors, names in
 * other scripts and spellings, e-mail addresses and telephones of families, parcel shops, addresses
 * behind a marketplace's relay, people who moved.
 */
final class LabelledBuyers {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Disguises DISGUISES =
      new Disguises(List.of("marketplace.amazon.*", "members.ebay.*"));
  private static final List<String> COUNTRIES = List.of("DE", "FR", "ES", "PL", "RU", "GR");
  private static final List<String> DOMAINS =
      List.of("gmail.com", "web.de", "orange.fr", "wp.pl", "mail.ru", "yahoo.com");
  private static final String[] GIVEN =
      ("Anna Bernd Clara Dieter Elena Fabian Greta Hans Ines Jürgen Katja Lars Maria Nils Olga Paul"
              + " Quentin Rosa Stefan Teresa Ulrike Viktor Wanda Xaver Yvonne Zoë Łukasz Søren"
              + " François Jesús Andrea Björn Chiara Dragan Eva Felix Gisela Hugo Irene Jana Karol"
              + " Luisa Miguel Nadia Oskar Petra Ramón Sara Tomasz Ursula Vera Wolfgang Юлия Сергей"
              + " Дмитрий Наталья Екатерина Михаил Γιώργος Ελένη Νίκος Σοφία")
          .split(" ");
  private static final String[] FAMILY_BEGIN =
      ("Berg Hof Stein Kram Wald Lind Schu Mül Kow Lew Nowa Mar Fern Gonz Rod Dup Mor Lef Gir Pap"
              + " Ioan Kara Sok Volk Pet Iva Kuz Hein Rich Wag Zim Köh Bräu Grün Jäg Thom Wer Bor")
          .split(" ");
  private static final String[] FAMILY_END =
      ("mann er ner inger bach stein feld ski czyk owicz ez ado eau ont ier akis idis opoulos ov in"
              + " enko sen sson hardt brecht holz meier huber")
          .split(" ");
  private static final Map<String, String> CYRILLIC =
      Map.of(
          "Юлия",
          "Yuliya",
          "Сергей",
          "Sergey",
          "Дмитрий",
          "Dmitriy",
          "Наталья",
          "Natalya",
          "Екатерина",
          "Ekaterina",
          "Михаил",
          "Mikhail",
          "Γιώργος",
          "Giorgos",
          "Ελένη",
          "Eleni",
          "Νίκος",
          "Nikos",
          "Σοφία",
          "Sofia");

  private final Random random;
  private final List<Traits> buyers = new ArrayList<>();
  private final List<Integer> people = new ArrayList<>();
  private int persons;

  LabelledBuyers(long seed, int count) {
    this.random = new Random(seed);
    while (buyers.size() < count) {
      household();
    }
  }

  List<Traits> buyers() {
    return buyers;
  }

  /** Who the buyer with this number is. */
  int person(int buyer) {
    return people.get(buyer);
  }

  private record Home(
      String country, String family, PostalAddress address, String email, String phone) {}

  /** One to four people of one family name, door and landline; some share an e-mail address. */
  private void household() {
    String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
    String family = any(FAMILY_BEGIN) + any(FAMILY_END);
    var home =
        new Home(
            country,
            family,
            address(country),
            ascii(family) + "." + random.nextInt(10_000) + "@" + domain(),
            phone());
    int members = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(3);
    for (int i = 0; i < members; i++) {
      person(home, any(GIVEN));
    }
  }

  private void person(Home home, String given) {
    int person = persons++;
    boolean sharesEmail = random.nextInt(10) == 0;
    boolean sharesPhone = random.nextInt(5) == 0;
    String local = ascii(given) + (random.nextBoolean() ? "." : "") + ascii(home.family());
    String email = sharesEmail ? home.email() : local + random.nextInt(1_000) + "@" + domain();
    String phone = sharesPhone ? home.phone() : phone();
    boolean moved = random.nextInt(12) == 0;
    PostalAddress second = address(home.country());
    int appearances = random.nextInt(10) < 4 ? 1 : 2 + random.nextInt(3);
    for (int i = 0; i < appearances; i++) {
      PostalAddress place = moved && i > 0 ? second : home.address();
      add(
          person,
          i,
          home.country(),
          written(given, home.family()),
          email(email),
          random.nextInt(10) < 7 ? phone : random.nextInt(3) == 0 ? phone() : null,
          place(place, home.country()));
    }
  }

  private void add(
      int person,
      int appearance,
      String country,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable PostalAddress place) {
    var contacts = new ArrayList<ContactValue>();
    if (phone != null) {
      contacts.add(new PhoneNumber(phone));
    }
    if (place != null) {
      contacts.add(place);
    }
    Instant at = START.plusSeconds(random.nextInt(10_000_000));
    Person seen =
        Person.UNKNOWN.seen(
            new Sighting(at, PersonName.of(name, null, null).orElse(null), country, contacts));
    Contacts emails =
        email == null
            ? Contacts.NONE
            : Contacts.stated(
                List.of(Contact.stated(new EmailAddress(email), random.nextInt(5) < 3, at)), at);
    var portrait =
        new Portrait(
            new Person(seen.name(), seen.country(), emails, seen.phones(), seen.addresses()),
            Known.nothing(),
            Known.nothing(),
            Known.nothing(),
            List.of(),
            Map.of(),
            Map.of());
    var presence =
        new Presence("channel-" + appearance, at, at.plusSeconds(random.nextInt(5_000_000)));
    people.add(person);
    buyers.add(Traits.of(new UUID(0, buyers.size()), portrait, List.of(presence), DISGUISES));
  }

  private @Nullable String email(String own) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> "x" + random.nextInt(1_000_000) + "@marketplace.amazon.de";
      case 3, 4 -> own.substring(0, own.indexOf('@') + 1) + domain();
      case 5 -> null;
      default -> own;
    };
  }

  private @Nullable PostalAddress place(PostalAddress home, String country) {
    return switch (random.nextInt(20)) {
      case 0, 1 -> parcelShop(country);
      case 2 -> null;
      case 3, 4 -> spelledOtherwise(home);
      default -> home;
    };
  }

  /** Forty in each country, so that hundreds of people have each. */
  private PostalAddress parcelShop(String country) {
    int shop = random.nextInt(40);
    return PostalAddress.of(
            null,
            "Parcel shop " + shop,
            null,
            "Town",
            null,
            String.format(Locale.ROOT, "9%04d", shop),
            country)
        .orElseThrow();
  }

  private PostalAddress address(String country) {
    return PostalAddress.of(
            null,
            any(FAMILY_BEGIN) + "straße " + (1 + random.nextInt(180)),
            null,
            "Town",
            null,
            String.format(Locale.ROOT, "%05d", 10_000 + random.nextInt(4_000)),
            country)
        .orElseThrow();
  }

  private PostalAddress spelledOtherwise(PostalAddress home) {
    String line = String.valueOf(home.line1());
    return PostalAddress.of(
            null,
            random.nextBoolean() ? line.replace("straße", "str.") : line.toUpperCase(Locale.ROOT),
            random.nextBoolean() ? "c/o" : null,
            home.city(),
            null,
            home.postcode(),
            home.country())
        .orElseThrow();
  }

  private String written(String given, String family) {
    String first = random.nextInt(3) == 0 ? CYRILLIC.getOrDefault(given, spelled(given)) : given;
    String last = random.nextInt(4) == 0 ? spelled(family) : family;
    if (random.nextInt(16) == 0) {
      last = typo(last);
    }
    if (random.nextInt(30) == 0) {
      first = first.substring(0, 1) + ".";
    }
    return random.nextInt(10) == 0 ? last + " " + first : first + " " + last;
  }

  private static String spelled(String name) {
    return name.replace("ü", "ue")
        .replace("ö", "oe")
        .replace("ä", "ae")
        .replace("ß", "ss")
        .replace("ø", "oe")
        .replace("Ł", "L");
  }

  private String typo(String name) {
    int at = 1 + random.nextInt(name.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at);
      default -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
    };
  }

  private static String ascii(String name) {
    String plain = spelled(CYRILLIC.getOrDefault(name, name)).toLowerCase(Locale.ROOT);
    return plain.replaceAll("[^a-z]", "");
  }

  private String phone() {
    return "+49" + (1_500_000_000L + random.nextInt(400_000_000));
  }

  private String domain() {
    return DOMAINS.get(random.nextInt(DOMAINS.size()));
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
