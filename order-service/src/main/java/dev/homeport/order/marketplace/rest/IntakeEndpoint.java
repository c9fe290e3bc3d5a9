package dev.homeport.order.marketplace.rest;

import dev.homeport.order.channel.Channels;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where platforms send to. No token: the path names the tenant, the signature authenticates. */
@Path("/v1/intake/{intakeId}")
@Tag(name = "Channels")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityScheme(
    securitySchemeName = "shopifySignature",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-Shopify-Hmac-Sha256",
    description = "HMAC-SHA256 of the body with the channel's secret, in base 64.")
@SecurityScheme(
    securitySchemeName = "wooCommerceSignature",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-WC-Webhook-Signature",
    description = "HMAC-SHA256 of the body with the channel's secret, in base 64.")
@SecurityScheme(
    securitySchemeName = "standardWebhook",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "webhook-signature",
    description =
        "Standard Webhooks 1.0: `v1,` and the HMAC-SHA256 of `webhook-id`, `webhook-timestamp` and"
            + " the body, with dots between, in base 64. The time may differ by five minutes.")
class IntakeEndpoint {
  private static final String BODY =
      """
      {
        "orders": [{
          "externalId": "1001",
          "placedAt": "2026-11-01T10:00:00Z",
          "currency": "EUR",
          "buyer": {"externalId": "c-778", "country": "DE"},
          "lines": [{"lineNo": 1, "sku": "MUG-1", "quantity": "2", "unitPrice": "9.99"}]
        }]
      }
      """;

  private static final String RECEIVED =
      """
      {"id": "inb_019ab3de-51d0-7c1e-9a3b-0d7a5e6f1b2c", "status": "received"}
      """;

  private final Channels channels;
  private final Reception reception;
  private final IntakeMetrics metrics;

  IntakeEndpoint(Channels channels, Reception reception, IntakeMetrics metrics) {
    this.channels = channels;
    this.reception = reception;
    this.metrics = metrics;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED})
  @SecurityRequirement(name = "shopifySignature")
  @SecurityRequirement(name = "wooCommerceSignature")
  @SecurityRequirement(name = "standardWebhook")
  @Operation(
      operationId = "receiveWebhook",
      summary = "Take in what a platform sends",
      description =
          "A webhook of Shopify or WooCommerce as it is, or an order of AliExpress, Amazon or eBay"
              + " as its API gives it, or our own documents. The path is issued with the channel and"
              + " names the tenant; instead of a token the signature over the octets of the body"
              + " lets it in. A body that cannot be mapped is answered 200 as well: it is kept and"
              + " shown to the merchant. What was delivered before is taken once. A form is what"
              + " WooCommerce tries an address with.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema =
                @Schema(type = SchemaType.OBJECT, description = "As the platform documents it."),
            examples = @ExampleObject(name = "own", value = BODY)),
        @Content(
            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = String.class, maxLength = 40),
            examples = @ExampleObject(name = "ping", value = "webhook_id=7"))
      })
  @APIResponse(
      responseCode = "200",
      description = "It is kept.",
      content =
          @Content(
              schema = @Schema(implementation = ReceivedView.class),
              examples = @ExampleObject(name = "received", value = RECEIVED)))
  @APIResponse(responseCode = "401", description = "`signature-wrong`: it is not kept.")
  public ReceivedView receive(
      @Parameter(
              description = "Issued with the channel.",
              example = "mzuwk3tfon2gk5dbnrxw42lomfwgyzlt")
          @PathParam("intakeId")
          @Size(max = 64)
          String intakeId,
      @Context HttpHeaders headers,
      InputStream stream) {
    Channels.Owner owner =
        channels
            .owner(intakeId)
            .orElseThrow(
                () -> {
                  metrics.unknown();
                  return Problem.of(CommonProblem.NOT_FOUND);
                });
    return reception.receive(owner, headers, octets(stream));
  }

  private static byte[] octets(InputStream stream) {
    try {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw e.getCause() instanceof Problem problem ? problem : new UncheckedIOException(e);
    }
  }
}
