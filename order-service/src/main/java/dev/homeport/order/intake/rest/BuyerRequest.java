package dev.homeport.order.intake.rest;

import dev.homeport.order.order.Address;
import dev.homeport.order.order.Buyer;
import dev.homeport.order.order.rest.Texts;
import dev.homeport.platform.country.Country;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who bought. */
@Schema(
    name = "Buyer",
    description =
        "Who bought, as the channel names them. Without `externalId` the e-mail address makes the"
            + " identity, else the phone number, else the document itself. Passed on to the customer"
            + " service and not kept here.")
public record BuyerRequest(
    @Schema(examples = "c-778") @Size(max = Texts.EXTERNAL_ID) @Pattern(regexp = Texts.PLAIN)
        @Nullable String externalId,
    @Schema(examples = "ana@example.com") @Size(max = 320) @Pattern(regexp = Texts.PLAIN)
        @Nullable String email,
    @Schema(examples = "+49 30 901820") @Size(max = 40) @Pattern(regexp = Texts.PLAIN)
        @Nullable String phone,
    @Schema(examples = "Ana Müller") @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN)
        @Nullable String name,
    @Valid @Nullable AddressRequest address,
    @Schema(
            description = "ISO 3166 alpha-2, a user-assigned code, EU or UK.",
            examples = "DE",
            pattern = "^[A-Z]{2}$",
            maxLength = 2)
        @NotNull
        @Country
        String country) {

  /** A postal address. */
  @Schema(name = "Address")
  public record AddressRequest(
      @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN) @Nullable String name,
      @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN) @Nullable String line1,
      @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN) @Nullable String line2,
      @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN) @Nullable String city,
      @Size(max = Texts.NAME) @Pattern(regexp = Texts.PLAIN) @Nullable String region,
      @Size(max = 20) @Pattern(regexp = Texts.PLAIN) @Nullable String postcode,
      @Schema(examples = "DE", pattern = "^[A-Z]{2}$", maxLength = 2) @Country
          @Nullable String country) {

    Address toAddress() {
      return new Address(name, line1, line2, city, region, postcode, country);
    }
  }

  Buyer toBuyer() {
    return new Buyer(
        externalId, email, phone, name, address == null ? null : address.toAddress(), country);
  }
}
