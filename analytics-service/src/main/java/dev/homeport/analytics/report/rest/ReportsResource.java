package dev.homeport.analytics.report.rest;

import dev.homeport.analytics.report.Days;
import dev.homeport.analytics.report.Section;
import dev.homeport.analytics.report.Viewpoint;
import dev.homeport.platform.tenant.CurrentTenant;
import dev.homeport.platform.tenant.TenantSettings;
import io.quarkus.arc.All;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports for people. */
@Path("/v1/reports")
@Tag(name = "Reports", description = "Pages for people, to be read, printed and passed on.")
@RunOnVirtualThread
class ReportsResource {
  /** Nothing is fetched and nothing runs: the page is all there is. */
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm (VV)", Locale.ENGLISH);

  private final List<Section> sections;
  private final CurrentTenant tenant;
  private final Clock clock;

  ReportsResource(@All List<Section> sections, CurrentTenant tenant, Clock clock) {
    this.sections = sections.stream().sorted(Comparator.comparingInt(Section::order)).toList();
    this.tenant = tenant;
    this.clock = clock;
  }

  @GET
  @Path("/customer-base")
  @Produces("text/html;charset=UTF-8")
  @Transactional
  @PermissionsAllowed("analytics:read")
  @Operation(
      operationId = "getCustomerBaseReport",
      summary = "Read what the customers are worth, who is leaving, and what to do",
      description =
          "One page with headline figures, sentences, pictures and tables. It needs no script and"
              + " nothing from elsewhere, so it can be kept as a file; it reads on a phone, prints"
              + " on A4, and is well-formed XML. Its figures are those of the other operations for"
              + " the same day: each stands in a `data` element whose `value` is the exact number.")
  @APIResponse(
      responseCode = "200",
      description = "The page.",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(implementation = String.class, minLength = 1, maxLength = 2_000_000),
              examples = @ExampleObject(name = "shortened", value = ReportExamples.CUSTOMER_BASE)))
  public Response customerBase(@BeanParam ReportDay day) {
    TenantSettings settings = tenant.settings();
    ZonedDateTime now = clock.instant().atZone(settings.timeZone());
    Viewpoint viewpoint = day.viewpoint(now.toLocalDate(), settings.reportingCurrency());
    var page =
        CustomerBasePage.of(
            settings.name(),
            moment(viewpoint, now),
            words(viewpoint.currency()),
            sections.stream()
                .map(section -> section.content(viewpoint))
                .flatMap(Optional::stream)
                .toList());
    return Response.ok(page.render())
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static String moment(Viewpoint viewpoint, ZonedDateTime now) {
    return viewpoint
        .past()
        .map(past -> "end of " + Days.withWeekday(past))
        .orElseGet(() -> Days.withWeekday(now.toLocalDate()) + ", " + TIME.format(now));
  }

  private static String words(Currency currency) {
    return currency.getDisplayName(Locale.ENGLISH) + " (" + currency.getCurrencyCode() + ")";
  }
}
