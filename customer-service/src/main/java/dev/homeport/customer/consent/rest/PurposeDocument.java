package dev.homeport.customer.consent.rest;

import dev.homeport.customer.CustomerProblem;
import dev.homeport.customer.consent.LegalBasis;
import dev.homeport.customer.consent.Purpose;
import dev.homeport.platform.country.Countries;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be said of a purpose. */
@Schema(name = "ConsentPurposeDocument")
record PurposeDocument(
    @NotNull LegalBasis basis,
    @Schema(description = "A grant counts once it is confirmed.") @Nullable Boolean doubleOptIn,
    @Schema(description = "How many days a grant holds; absent: without end.", examples = "730")
        @Min(1)
        @Max(3650)
        @Nullable Integer validDays,
    @Schema(description = "Where the law of a country asks something else.") @Size(max = 250)
        @Nullable List<@NotNull @Valid OfCountry> countries) {

  static final String EXAMPLE =
      """
      {"basis": "consent", "validDays": 730,
       "countries": [{"country": "DE", "basis": "consent", "doubleOptIn": true}]}""";

  /** The rule of one country. */
  @Schema(name = "ConsentCountryRule")
  record OfCountry(
      @Schema(examples = "DE") @NotNull @Size(max = 2) String country,
      @NotNull LegalBasis basis,
      @Nullable Boolean doubleOptIn) {}

  Purpose purpose(String code) {
    var rules = new TreeMap<String, Purpose.Rule>();
    for (OfCountry one : countries == null ? List.<OfCountry>of() : countries) {
      if (!Countries.known(one.country())) {
        throw Problem.of(CustomerProblem.UNKNOWN_COUNTRY)
            .at("/countries/" + rules.size() + "/country", "is not a known code");
      }
      rules.put(one.country(), new Purpose.Rule(one.basis(), is(one.doubleOptIn())));
    }
    return new Purpose(code, new Purpose.Rule(basis, is(doubleOptIn)), rules, validDays);
  }

  private static boolean is(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value);
  }
}
