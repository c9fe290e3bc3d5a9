package dev.homeport.customer.profile.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.homeport.customer.person.Field;
import dev.homeport.customer.profile.StatedProfile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All of a customer that a caller can say: the body of a POST, and what a merge patch changes. */
@Schema(name = "CustomerDocument", description = "What is said of a customer. All is optional.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record CustomerDocument(
    @Valid @Nullable Name name,
    @Schema(description = "Replaces all that were known.") @Size(max = 20)
        @Nullable List<@NotNull @Valid Email> emails,
    @Schema(description = "Replaces all that were known.") @Size(max = 20)
        @Nullable List<@NotNull @Valid Phone> phones,
    @Schema(description = "Replaces all that were known.") @Size(max = 20)
        @Nullable List<@NotNull @Valid Address> addresses,
    @Schema(description = "ISO 3166-1 alpha-2.", examples = "DE") @Size(max = 2)
        @Nullable String country,
    @Schema(description = "A BCP 47 tag.", examples = "de-AT") @Size(max = 35)
        @Nullable String language,
    @Schema(description = "An id of the IANA time zone database.", examples = "Europe/Vienna")
        @Size(max = 64)
        @Nullable String timeZone,
    @Valid @Nullable Day birthday,
    @Schema(examples = "[\"wholesale\"]") @Size(max = 50)
        @Nullable List<@NotNull @Size(max = 64) @Pattern(regexp = TAG) String> tags,
    @Schema(
            description = "Values of declared attributes, of their types.",
            examples = "{\"shirtSize\": \"M\"}")
        @Size(max = StatedProfile.MAX_ATTRIBUTES)
        @Nullable Map<@NotNull @Size(max = 64) String, @NotNull JsonNode> attributes) {

  /**
   * Of ASCII letters and digits, and a few signs between them; of other scripts anything. In words
   * that regular expressions of every language know, because the pattern is published.
   */
  static final String TAG = "^[^\\x00-/:-@\\x5B-`{-\\x7F][^\\x00-\\x1F!-,;-@\\x5B-\\x5E`{-\\x7F]*$";

  private static final String TEXT = "^[^\\x00-\\x1F\\x7F]*$";

  /** The fields that a merge patch names. */
  static Set<Field> fieldsOf(JsonNode patch) {
    return Arrays.stream(Field.values())
        .filter(field -> patch.has(property(field)))
        .collect(Collectors.toSet());
  }

  private static String property(Field field) {
    return switch (field) {
      case NAME -> "name";
      case COUNTRY -> "country";
      case LANGUAGE -> "language";
      case TIME_ZONE -> "timeZone";
      case BIRTHDAY -> "birthday";
      case TAGS -> "tags";
      case EMAILS -> "emails";
      case PHONES -> "phones";
      case ADDRESSES -> "addresses";
      case ATTRIBUTES -> "attributes";
    };
  }

  /**
   * This without the lists, which a patch replaces as wholes; those of somebody who was merged
   * often can be longer than anybody may state.
   */
  CustomerDocument withoutLists() {
    return new CustomerDocument(
        name, null, null, null, country, language, timeZone, birthday, null, attributes);
  }

  /** How a person is called; what is not given of {@code full} is made of the two parts. */
  @Schema(name = "PersonName")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Name(
      @Schema(examples = "Änne Müller") @Size(max = 200) @Pattern(regexp = TEXT)
          @Nullable String full,
      @Schema(examples = "Änne") @Size(max = 200) @Pattern(regexp = TEXT) @Nullable String given,
      @Schema(examples = "Müller") @Size(max = 200) @Pattern(regexp = TEXT)
          @Nullable String family) {}

  /** An e-mail address. */
  @Schema(name = "Email")
  record Email(
      @Schema(examples = "aenne@example.com") @NotNull @Size(max = 254) String address,
      @Schema(description = "Somebody proved that it reaches the person.", examples = "true")
          @Nullable Boolean verified) {}

  /** A telephone number. */
  @Schema(name = "Phone")
  record Phone(
      @Schema(
              description = "In E.164, or as it is dialled in the customer's country.",
              examples = "+4930901820")
          @NotNull
          @Size(max = 40)
          String number,
      @Nullable Boolean verified) {}

  /** A postal address. */
  @Schema(name = "Address")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Address(
      @Schema(description = "Who receives it there.") @Size(max = 200) @Pattern(regexp = TEXT)
          @Nullable String name,
      @Schema(examples = "Hauptstraße 1") @Size(max = 200) @Pattern(regexp = TEXT)
          @Nullable String line1,
      @Size(max = 200) @Pattern(regexp = TEXT) @Nullable String line2,
      @Schema(examples = "Berlin") @Size(max = 200) @Pattern(regexp = TEXT) @Nullable String city,
      @Size(max = 200) @Pattern(regexp = TEXT) @Nullable String region,
      @Schema(examples = "10115") @Size(max = 200) @Pattern(regexp = TEXT)
          @Nullable String postcode,
      @Schema(examples = "DE") @NotNull @Size(max = 2) String country,
      @Nullable Boolean verified) {}

  /** The day of a birth, perhaps without its year. */
  @Schema(name = "Birthday")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Day(
      @Schema(examples = "2") @NotNull @Min(1) @Max(12) Integer month,
      @Schema(examples = "29") @NotNull @Min(1) @Max(31) Integer day,
      @Schema(examples = "1988") @Min(1880) @Max(9999) @Nullable Integer year) {}
}
