package dev.homeport.customer.profile;

import dev.homeport.customer.contact.ContactValue;
import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.person.Contact;
import dev.homeport.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
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

  @Nullable String value;

  @Convert(converter = AddressColumn.class)
  @Nullable PostalAddress address;

  @Column boolean verified;

  @Enumerated(EnumType.STRING)
  @Column
  Contact.Source source;

  @Column(name = "seen_at")
  Instant seenAt;

  static ContactPoint of(UUID customer, Contact contact) {
    var point = new ContactPoint();
    point.id = Ids.next();
    point.customerId = customer;
    point.kind = contact.value().kind();
    point.set(contact);
    return point;
  }

  void set(Contact contact) {
    switch (contact.value()) {
      case EmailAddress email -> value = email.value();
      case PhoneNumber phone -> value = phone.value();
      case PostalAddress place -> address = place;
    }
    verified = contact.verified();
    source = contact.source();
    seenAt = contact.seenAt();
  }

  Contact contact() {
    return new Contact(contactValue(), verified, source, seenAt);
  }

  private ContactValue contactValue() {
    return switch (kind) {
      case EMAIL -> new EmailAddress(Objects.requireNonNull(value));
      case PHONE -> new PhoneNumber(Objects.requireNonNull(value));
      case ADDRESS -> Objects.requireNonNull(address);
    };
  }
}
