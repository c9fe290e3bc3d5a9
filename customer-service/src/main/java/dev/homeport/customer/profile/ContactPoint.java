package dev.homeport.customer.profile;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Contact;
import dev.homeport.customer.personal.PersonalKey;
import dev.homeport.platform.event.EventJson;
import dev.homeport.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row for each contact point of a customer. */
@Entity
@Table(name = "contact_point")
class ContactPoint extends PanacheEntityBase {
  @Id UUID id;

  @TenantId
  @Formula("cast(tenant_id as text)")
  @Nullable String tenantId;

  @Column(name = "customer_id")
  UUID customerId;

  @Enumerated(EnumType.STRING)
  @Column
  ContactValue.Kind kind;

  /** The value, under the customer's key. */
  @Column byte[] sealed;

  @Transient @Nullable ContactValue value;

  @Column boolean verified;

  @Enumerated(EnumType.STRING)
  @Column
  Contact.Source source;

  @Column(name = "seen_at")
  Instant seenAt;

  static ContactPoint of(UUID customer, Contact contact, PersonalKey key) {
    var point = new ContactPoint();
    point.id = Ids.next();
    point.customerId = customer;
    point.kind = contact.value().kind();
    point.set(contact, key);
    return point;
  }

  void set(Contact contact, PersonalKey key) {
    if (!contact.value().equals(value)) {
      value = contact.value();
      sealed = key.close(text(contact.value()));
    }
    verified = contact.verified();
    source = contact.source();
    seenAt = contact.seenAt();
  }

  ContactPoint opened(PersonalKey key) {
    value = read(key.open(sealed));
    return this;
  }

  Contact contact() {
    return new Contact(Objects.requireNonNull(value), verified, source, seenAt);
  }

  private static String text(ContactValue value) {
    return switch (value) {
      case EmailAddress email -> email.value();
      case PhoneNumber phone -> phone.value();
      case PostalAddress place -> EventJson.write(place);
    };
  }

  private ContactValue read(String text) {
    return switch (kind) {
      case EMAIL -> new EmailAddress(text);
      case PHONE -> new PhoneNumber(text);
      case ADDRESS -> EventJson.read(text, PostalAddress.class);
    };
  }
}
