package dev.homeport.customer.inbound;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.Disguises;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Sighting;
import dev.homeport.platform.country.Countries;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a channel says of a buyer and keeps what is true: masked values, relays and values
 * that cannot be are counted and left out, for an order is not refused because of them.
 */
@ApplicationScoped
class Sightings {
  private final Disguises disguises;
  private final MeterRegistry metrics;

  Sightings(Disguises disguises, MeterRegistry metrics) {
    this.disguises = disguises;
    this.metrics = metrics;
  }

  Sighting read(BuyerSeen buyer) {
    String country = country(buyer.country());
    var contacts = new ArrayList<ContactValue>();
    email(buyer.email()).ifPresent(contacts::add);
    phone(buyer.phone(), country).ifPresent(contacts::add);
    address(buyer.address(), country).ifPresent(contacts::add);
    return new Sighting(buyer.seenAt(), name(buyer.name()), country, contacts);
  }

  private @Nullable PersonName name(@Nullable String text) {
    return open("name", text).flatMap(full -> PersonName.of(full, null, null)).orElse(null);
  }

  private @Nullable String country(@Nullable String code) {
    return open("country", code).filter(Countries::known).orElse(null);
  }

  private Optional<EmailAddress> email(@Nullable String text) {
    Optional<String> open = open("email", text);
    Optional<EmailAddress> email = open.flatMap(EmailAddress::parse).filter(this::direct);
    return counted("email", open, email);
  }

  private boolean direct(EmailAddress address) {
    return !disguises.relayed(address);
  }

  private Optional<PhoneNumber> phone(@Nullable String text, @Nullable String country) {
    Optional<String> open = open("phone", text);
    return counted("phone", open, open.flatMap(number -> PhoneNumber.parse(number, country)));
  }

  /** A place of which a part is hidden is not known; a hidden receiver hides only the receiver. */
  private Optional<PostalAddress> address(BuyerSeen.@Nullable Address sent, @Nullable String home) {
    if (sent == null) {
      return Optional.empty();
    }
    String country = country(sent.country());
    PersonName receiver = name(sent.name());
    var address =
        PostalAddress.of(
            receiver == null ? null : receiver.full(),
            sent.line1(),
            sent.line2(),
            sent.city(),
            sent.region(),
            sent.postcode(),
            country == null ? home : country);
    Optional<PostalAddress> known =
        address.filter(place -> place.place().noneMatch(Disguises::masked));
    return counted("address", Optional.of(""), known);
  }

  /** The text if there is one and it is not masked. */
  private Optional<String> open(String field, @Nullable String text) {
    var present = Optional.ofNullable(text).filter(value -> !value.isBlank());
    return counted(field, present, present.filter(value -> !Disguises.masked(value)));
  }

  private <T> Optional<T> counted(String field, Optional<String> sent, Optional<T> kept) {
    if (sent.isPresent() && kept.isEmpty()) {
      metrics.counter("homeport_buyer_values_left_out", "field", field).increment();
    }
    return kept;
  }
}
