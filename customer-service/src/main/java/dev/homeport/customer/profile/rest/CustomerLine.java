package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.identity.Buyer;
import dev.homeport.customer.identity.Identity;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.profile.StatedProfile;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer of an import, named by a buyer that it is, or by nothing: then it is a new one. */
@Schema(
    name = "CustomerLine",
    description =
        "What is said of a customer, and the buyer that it is: `channel` and `externalId`, or"
            + " neither of them for a new customer. What is not said stays as it is.")
record CustomerLine(
    @Schema(description = "The storefront or marketplace account.", examples = "shop-de")
        @Size(max = 64)
        @Pattern(regexp = Buyer.CHANNEL_PATTERN)
        @Nullable String channel,
    @Schema(description = "What the channel calls the buyer.", examples = "b-1001")
        @Size(max = 200)
        @Pattern(regexp = Buyer.EXTERNAL_ID_PATTERN)
        @Nullable String externalId,
    CustomerDocument.@Valid @Nullable Name name,
    @Schema(description = "Replaces all that were known.") @Size(max = 20)
        @Nullable List<CustomerDocument.@NotNull @Valid Email> emails,
    @Schema(description = "Replaces all that were known.") @Size(max = 20)
        @Nullable List<CustomerDocument.@NotNull @Valid Phone> phones,
    @Schema(description = "Replaces all that were known.") @Size(max = 20)
        @Nullable List<CustomerDocument.@NotNull @Valid Address> addresses,
    @Schema(description = "ISO 3166-1 alpha-2.", examples = "DE") @Size(max = 2)
        @Nullable String country,
    @Schema(description = "A BCP 47 tag.", examples = "de-AT") @Size(max = 35)
        @Nullable String language,
    @Schema(description = "An id of the IANA time zone database.", examples = "Europe/Vienna")
        @Size(max = 64)
        @Nullable String timeZone,
    CustomerDocument.@Valid @Nullable Day birthday,
    @Schema(description = "Replaces all that were known.", examples = "[\"wholesale\"]")
        @Size(max = 50)
        @Nullable List<@NotNull @Size(max = 64) @Pattern(regexp = CustomerDocument.TAG) String>
            tags,
    @Schema(
            description = "Values of declared attributes; those not named stay.",
            examples = "{\"shirtSize\": \"M\"}")
        @Size(max = StatedProfile.MAX_ATTRIBUTES)
        @Nullable Map<@NotNull @Size(max = 64) String, @NotNull JsonNode> attributes) {

  /**
   * This, if it names a buyer of a channel or none.
   *
   * @throws Problem 422 when it names half of one, or one of Homeport's own channel
   */
  CustomerLine named() {
    if ((channel == null) != (externalId == null)) {
      throw Problem.of(CommonProblem.INVALID_VALUE, "A buyer is a channel and an externalId.")
          .at(channel == null ? "/channel" : "/externalId", "belongs to the other of the two");
    }
    if (Identity.HOME_CHANNEL.equals(channel)) {
      throw Problem.of(CustomerProblem.RESERVED_CHANNEL)
          .at("/channel", CustomerProblem.RESERVED_CHANNEL, "belongs to Homeport itself");
    }
    return this;
  }

  CustomerDocument document() {
    return new CustomerDocument(
        name, emails, phones, addresses, country, language, timeZone, birthday, tags, attributes);
  }

  /** The fields of which something is said. */
  Set<Field> fields() {
    var fields = EnumSet.allOf(Field.class);
    fields.removeIf(field -> said(field) == null);
    return fields;
  }

  private @Nullable Object said(Field field) {
    return switch (field) {
      case NAME -> name;
      case EMAILS -> emails;
      case PHONES -> phones;
      case ADDRESSES -> addresses;
      case COUNTRY -> country;
      case LANGUAGE -> language;
      case TIME_ZONE -> timeZone;
      case BIRTHDAY -> birthday;
      case TAGS -> tags;
      case ATTRIBUTES -> attributes;
    };
  }
}
