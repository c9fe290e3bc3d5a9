package dev.homeport.order.currency.rest;

import dev.homeport.order.conversion.PendingConversion;
import dev.homeport.order.currency.RateDay;
import dev.homeport.order.currency.ReferenceRates;
import dev.homeport.order.currency.store.ExchangeRate;
import dev.homeport.platform.audit.Audit;
import dev.homeport.platform.http.StreamedBody;
import dev.homeport.platform.paging.Cursors;
import dev.homeport.platform.paging.Page;
import dev.homeport.platform.paging.PageRequest;
import dev.homeport.platform.paging.Paging;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reference rates in and out. */
@Path("/v1/exchange-rates")
@Tag(
    name = "Exchange rates",
    description = "Reference rates, by which orders are stated in the reporting currency.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ExchangeRatesResource {
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  private final RateFile file;
  private final ReferenceRates rates;
  private final PendingConversion pending;
  private final Audit audit;
  private final Cursors cursors;

  ExchangeRatesResource(
      RateFile file,
      ReferenceRates rates,
      PendingConversion pending,
      Audit audit,
      Cursors cursors) {
    this.file = file;
    this.rates = rates;
    this.pending = pending;
    this.audit = audit;
    this.cursors = cursors;
  }

  @PUT
  @Consumes({CSV, NDJSON})
  @StreamedBody
  @Transactional
  @PermissionsAllowed("rates:write")
  @Operation(
      operationId = "putExchangeRates",
      summary = "Upload reference rates",
      description =
          "The European Central Bank's own file (`eurofxref-hist.csv`) as it is, or one rate a"
              + " line. All or nothing. Orders and returns that waited for a rate of these days are"
              + " converted by a job; those already converted keep their rate.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = CSV,
            schema = @Schema(implementation = String.class, maxLength = 256 << 20),
            examples =
                @ExampleObject(
                    name = "ecb",
                    value = "Date,USD,JPY,CYP,GBP,\n2011-12-30,1.2939,100.2,N/A,0.8353,\n")),
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = RateLine.class),
            examples =
                @ExampleObject(
                    name = "line",
                    value =
                        "{\"date\": \"2011-12-30\", \"currency\": \"GBP\", \"perEuro\":"
                            + " \"0.8353\"}"))
      })
  @APIResponse(
      responseCode = "200",
      description = "The rates are in use.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RatesResult.class),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "{\"days\": 1, \"changed\": 4, \"from\": \"2011-12-30\", \"to\":"
                              + " \"2011-12-30\"}")))
  public RatesResult put(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body) {
    var upload = new Upload();
    if (type.startsWith(CSV)) {
      file.csv(body, upload::take);
    } else {
      file.ndjson(body, upload::take);
    }
    rates.closeUpdate();
    RatesResult result = upload.result();
    audit.record("exchange-rates.put", "exchange-rates", "ecb", null, result);
    return result;
  }

  @GET
  @Transactional
  @PermissionsAllowed("orders:read")
  @Operation(
      operationId = "listExchangeRates",
      summary = "Reference rates as uploaded",
      description = "Units of a currency for one euro; newest day first.")
  @APIResponse(
      responseCode = "200",
      description = "A page of rates.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RatePage.class),
              examples =
                  @ExampleObject(
                      name = "one",
                      value =
                          "{\"items\": [{\"date\": \"2011-12-30\", \"currency\": \"GBP\","
                              + " \"perEuro\": \"0.8353\"}]}")))
  public Page<RateView> list(
      @Parameter(description = "The day of publication.", example = "2011-12-30")
          @QueryParam("date")
          @Nullable LocalDate date,
      @Parameter(
              description = "An ISO 4217 code.",
              example = "GBP",
              schema =
                  @Schema(implementation = String.class, pattern = "^[A-Z]{3}$", maxLength = 3))
          @QueryParam("currency")
          @Nullable Currency currency,
      @BeanParam @Valid PageRequest page) {
    Paging paging = cursors.open(page);
    List<ExchangeRate> found =
        ExchangeRate.published(
            date,
            currency == null ? null : currency.getCurrencyCode(),
            paging.first()
                ? null
                : new ExchangeRate.Key(
                    LocalDate.parse(paging.after().getFirst()), paging.after().getLast()),
            paging.fetch());
    return paging.page(
        found,
        rate -> new RateView(rate.day, rate.currency, rate.perEuro),
        rate -> List.of(rate.day, rate.currency));
  }

  /** One upload, group by group. */
  private final class Upload {
    private int days;
    private int changed;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    void take(List<RateDay> group) {
      changed += rates.put(group);
      days += group.size();
      for (RateDay day : group) {
        from = from == null || day.day().isBefore(from) ? day.day() : from;
        to = to == null || day.day().isAfter(to) ? day.day() : to;
      }
    }

    RatesResult result() {
      return new RatesResult(
          days,
          changed,
          from,
          to,
          from == null || to == null ? null : pending.begin(from, to).orElse(null));
    }
  }

  /** A page as the document shows it: generic types have no schema where an example is given. */
  @Schema(name = "PageRateView")
  record RatePage(
      @Schema(maxItems = PageRequest.MAX_LIMIT) List<RateView> items,
      @Schema(maxLength = PageRequest.MAX_CURSOR) @Nullable String nextCursor) {}
}
