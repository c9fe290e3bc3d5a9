package dev.homeport.customer.matching;

import dev.homeport.customer.contact.PostalAddress;
import dev.homeport.customer.contact.SearchText;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address as addresses are compared: streets are spelled in too many ways, numbers are not.
 *
 * @param postcode letters and digits alone
 * @param number the numbers of the street lines, those of the house first
 * @param street the words of the street lines
 */
public record Place(
    String country, @Nullable String postcode, @Nullable String number, String street) {

  /** How an address is compared. */
  public static Place of(PostalAddress address) {
    String lines =
        SearchText.of(
            Stream.of(address.line1(), address.line2())
                .filter(line -> line != null)
                .collect(Collectors.joining(" ")));
    String code = address.postcode();
    String postcode = code == null ? "" : SearchText.of(code).replace(" ", "");
    String number =
        Arrays.stream(lines.split(" ", -1))
            .filter(word -> word.chars().anyMatch(Character::isDigit))
            .collect(Collectors.joining(" "));
    String street =
        Arrays.stream(lines.split(" ", -1))
            .filter(word -> word.chars().noneMatch(Character::isDigit))
            .collect(Collectors.joining(" "));
    return new Place(
        address.country(),
        postcode.isEmpty() ? null : postcode,
        number.isEmpty() ? null : number,
        street);
  }

  /** Where a parcel to it goes, in one text; empty where that is not certain. */
  Optional<String> door() {
    return postcode == null || number == null
        ? Optional.empty()
        : Optional.of(country + " " + postcode + " " + number);
  }

  Optional<String> area() {
    return postcode == null ? Optional.empty() : Optional.of(country + " " + postcode);
  }
}
