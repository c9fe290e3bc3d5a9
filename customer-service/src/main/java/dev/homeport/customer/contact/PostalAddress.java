package dev.homeport.customer.contact;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes. Only the country is certain; what the other parts mean differs from country
 * to country.
 *
 * @param name who receives it there; no part of the place
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
    @Nullable String name,
    @Nullable String line1,
    @Nullable String line2,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postcode,
    String country)
    implements ContactValue {

  /** The longest of each part. */
  public static final int MAX_LENGTH = 200;

  /** An address with tidied parts; empty without a country or without any part of a place. */
  public static Optional<PostalAddress> of(
      @Nullable String name,
      @Nullable String line1,
      @Nullable String line2,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postcode,
      @Nullable String country) {
    if (country == null) {
      return Optional.empty();
    }
    var address =
        new PostalAddress(
            PersonName.tidy(name),
            PersonName.tidy(line1),
            PersonName.tidy(line2),
            PersonName.tidy(city),
            PersonName.tidy(region),
            PersonName.tidy(postcode),
            country);
    return Optional.of(address).filter(known -> known.place().findAny().isPresent());
  }

  /** The parts that make the place, those that are known. */
  public Stream<String> place() {
    return Stream.of(line1, line2, city, region, postcode).filter(Objects::nonNull);
  }

  @Override
  public Kind kind() {
    return Kind.ADDRESS;
  }

  /** Case, accents and punctuation do not make another place; the receiver's name does not. */
  @Override
  public String key() {
    return Stream.concat(Stream.of(country), place().map(SearchText::of))
        .collect(Collectors.joining("|"));
  }
}
