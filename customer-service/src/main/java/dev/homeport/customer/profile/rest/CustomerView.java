package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.contact.PersonName;
import dev.homeport.customer.person.Birthday;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.person.Contacts;
import dev.homeport.customer.profile.Profile;
import dev.homeport.customer.profile.StatedProfile;
import dev.homeport.platform.id.Ids;
import java.time.Instant;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as callers see it. */
@Schema(name = "Customer")
record CustomerView(
    @Schema(examples = "cus_0b7e1f52-8c4d-8a6b-9e3f-1a2b3c4d5e6f") String id,
    @Schema(
            description = "The full name, or while it is unknown a label made of channel and id.",
            examples = "Änne Müller")
        String displayName,
    @Schema(description = "Nothing is known by which the person could be recognised or reached.")
        boolean anonymous,
    @Schema(examples = "active") String status,
    CustomerDocument.@Nullable Name name,
    List<EmailView> emails,
    List<PhoneView> phones,
    List<AddressView> addresses,
    @Schema(examples = "DE") @Nullable String country,
    @Schema(examples = "de-AT") @Nullable String language,
    @Schema(examples = "Europe/Vienna") @Nullable String timeZone,
    CustomerDocument.@Nullable Day birthday,
    @Schema(examples = "[\"wholesale\"]") List<String> tags,
    @Schema(examples = "{\"shirtSize\": \"M\"}") Map<String, JsonNode> attributes,
    Instant createdAt,
    Instant updatedAt) {

  static CustomerView of(Profile profile) {
    StatedProfile stated = profile.stated();
    var person = profile.person();
    return new CustomerView(
        Ids.show(Profile.PREFIX, profile.id()),
        profile.displayName(),
        person.anonymous(),
        profile.status(),
        name(stated.name()),
        views(person.emails(), EmailView::of),
        views(person.phones(), PhoneView::of),
        views(person.addresses(), AddressView::of),
        stated.country(),
        stated.language(),
        stated.timeZone(),
        day(stated.birthday()),
        stated.tags(),
        stated.attributes(),
        profile.createdAt(),
        profile.updatedAt());
  }

  /** The same customer as the document that would have said all this. */
  CustomerDocument document() {
    return new CustomerDocument(
        name,
        emails.stream().map(EmailView::document).toList(),
        phones.stream().map(PhoneView::document).toList(),
        addresses.stream().map(AddressView::document).toList(),
        country,
        language,
        timeZone,
        birthday,
        tags,
        attributes);
  }

  private static CustomerDocument.@Nullable Name name(@Nullable PersonName name) {
    return name == null
        ? null
        : new CustomerDocument.Name(name.full(), name.given(), name.family());
  }

  private static CustomerDocument.@Nullable Day day(@Nullable Birthday birthday) {
    if (birthday == null) {
      return null;
    }
    Year year = birthday.year();
    return new CustomerDocument.Day(
        birthday.day().getMonthValue(),
        birthday.day().getDayOfMonth(),
        year == null ? null : year.getValue());
  }

  /** In an order that no further sighting changes, because the version would not tell. */
  private static <V> List<V> views(Contacts contacts, Function<Contact, V> view) {
    return contacts.list().stream()
        .sorted(
            Comparator.comparing(Contact::source)
                .thenComparing(contact -> !contact.verified())
                .thenComparing(contact -> contact.value().key()))
        .map(view)
        .toList();
  }
}
