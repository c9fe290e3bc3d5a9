package dev.homeport.platform.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Headers and parameters that many operations refer to. */
final class SharedParts {
  private SharedParts() {}

  static void describe(Components components) {
    components.addParameter("IdempotencyKey", idempotencyKey(false));
    components.addParameter("RequiredIdempotencyKey", idempotencyKey(true));
    components.addParameter("IfNoneMatch", ifNoneMatch());
    components.addResponse(
        "NotModified",
        OASFactory.createAPIResponse().description("The caller has this version already."));
    components.addHeader("ETag", header("The version, for `If-Match` and `If-None-Match`.", 64));
    components.addHeader("Location", header("The path of what was made or begun.", 2_000));
    components.addHeader("RateLimit", header("What is left now, and until when.", 200));
    components.addHeader("RateLimitPolicy", header("The limits of the client.", 200));
    components.addHeader("RetryAfter", number("After how many seconds to come back."));
    components.addHeader("WWWAuthenticate", header("`Bearer`.", 200));
    components.addHeader("IdempotentReplayed", header("`true` on an answer given again.", 5));
  }

  static Header headerRef(String name) {
    return OASFactory.createHeader().ref("#/components/headers/" + name);
  }

  static Parameter keyRef(boolean required) {
    String name = required ? "RequiredIdempotencyKey" : "IdempotencyKey";
    return OASFactory.createParameter().ref("#/components/parameters/" + name);
  }

  /** The answer names its version, and is not sent to who has it. */
  static void describeVersion(Operation operation) {
    operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/IfNoneMatch"));
    APIResponse found = operation.getResponses().getAPIResponse("200");
    if (found != null) {
      found.addHeader("ETag", headerRef("ETag"));
    }
    operation
        .getResponses()
        .addAPIResponse(
            "304", OASFactory.createAPIResponse().ref("#/components/responses/NotModified"));
  }

  static APIResponse withRateLimit(APIResponse response) {
    response.addHeader("RateLimit", headerRef("RateLimit"));
    response.addHeader("RateLimit-Policy", headerRef("RateLimitPolicy"));
    return response;
  }

  private static Parameter idempotencyKey(boolean required) {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .required(required)
        .description(
            "Chosen by the client, once for each thing it wants done. A repeat with the same key"
                + " and the same request is answered again and done no second time, for 48 hours.")
        .example("3f1c1f0e-6a57-4f6c-9a5e-0d9f5b1b7c11")
        .schema(string(255).minLength(1).pattern("^[\\x21-\\x7e]+$"));
  }

  private static Parameter ifNoneMatch() {
    return OASFactory.createParameter()
        .name("If-None-Match")
        .in(Parameter.In.HEADER)
        .description("The ETag of the version the caller has; answered with 304 if it is the last.")
        .example("\"1\"")
        .schema(string(200));
  }

  private static Header header(String description, int maxLength) {
    return OASFactory.createHeader().description(description).schema(string(maxLength));
  }

  private static Header number(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(86_400)));
  }

  private static Schema string(int maxLength) {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(maxLength);
  }
}
