package dev.homeport.customer.profile.rest;

import dev.homeport.customer.contact.EmailAddress;
import dev.homeport.customer.contact.PhoneNumber;
import dev.homeport.customer.contact.SearchText;
import dev.homeport.customer.profile.CustomerSearch;
import dev.homeport.platform.id.KeyedIds;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a caller looks for in the list of customers; all that is given must hold. */
record CustomerFilter(
    @Parameter(description = "One of the e-mail addresses.", example = "aenne@example.com")
        @QueryParam("email")
        @Size(max = 254)
        @Nullable String email,
    @Parameter(
            description =
                "One of the telephone numbers: in E.164, or as it is dialled in `country`.",
            example = "+4930901820")
        @QueryParam("phone")
        @Size(max = 40)
        @Nullable String phone,
    @Parameter(
            description = "The beginning of any word of the name; case and accents do not matter.",
            example = "mull")
        @QueryParam("name")
        @Size(max = 200)
        @Nullable String name,
    @Parameter(
            description =
                "A whole name, as it was heard or typed: finds those that are spelt nearly so.",
            example = "Anne Muler")
        @QueryParam("similarTo")
        @Size(max = 200)
        @Nullable String similarTo,
    @Parameter(description = "ISO 3166-1 alpha-2.", example = "DE")
        @QueryParam("country")
        @Size(max = 2)
        @Nullable String country,
    @Parameter(description = "One of the tags, exactly.", example = "wholesale")
        @QueryParam("tag")
        @Size(max = 64)
        @Nullable String tag,
    @Parameter(description = "With `externalId`: the channel of an identity.", example = "shop-de")
        @QueryParam("channel")
        @Size(max = 64)
        @Nullable String channel,
    @Parameter(description = "With `channel`: what it calls the buyer.", example = "b-1001")
        @QueryParam("externalId")
        @Size(max = 200)
        @Nullable String externalId) {

  /** A filter that cannot match anything is refused: it is a mistake of the caller. */
  CustomerSearch.Query query(KeyedIds ids, UUID tenant) {
    return new CustomerSearch.Query(
        email == null ? null : EmailAddress.parse(email).orElseThrow(() -> bad("email")).value(),
        phone == null
            ? null
            : PhoneNumber.parse(phone, country).orElseThrow(() -> bad("phone")).value(),
        name == null ? null : searchable("name", name),
        similarTo == null ? null : searchable("similarTo", similarTo),
        country,
        tag,
        identity(ids, tenant));
  }

  private static String searchable(String parameter, String name) {
    if (SearchText.of(name).isEmpty()) {
      throw bad(parameter);
    }
    return name;
  }

  private @Nullable UUID identity(KeyedIds ids, UUID tenant) {
    if (channel == null && externalId == null) {
      return null;
    }
    if (channel == null || externalId == null) {
      throw bad(channel == null ? "channel" : "externalId");
    }
    return ids.identity(tenant, channel, externalId);
  }

  private static Problem bad(String parameter) {
    return Problem.of(CommonProblem.INVALID_PARAMETER)
        .in(parameter, "cannot be one, or is missing");
  }
}
