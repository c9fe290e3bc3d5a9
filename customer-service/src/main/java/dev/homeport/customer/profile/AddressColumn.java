package dev.homeport.customer.profile;

import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.platform.event.EventJson;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** A postal address in one column, as JSON. */
@Converter
class AddressColumn implements AttributeConverter<PostalAddress, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable PostalAddress address) {
    return address == null ? null : EventJson.write(address);
  }

  @Override
  public @Nullable PostalAddress convertToEntityAttribute(@Nullable String json) {
    return json == null ? null : EventJson.read(json, PostalAddress.class);
  }
}
