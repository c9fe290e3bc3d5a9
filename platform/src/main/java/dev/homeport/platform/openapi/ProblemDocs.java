package dev.homeport.platform.openapi;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.ProblemBody;
import dev.homeport.platform.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** The catalogue of a service's problems: all enums of codes that it has on its class path. */
final class ProblemDocs {
  static final String SCHEMA = "Problem";

  /** The responses that operations refer to, by status. */
  static final Map<Integer, String> RESPONSES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(400, "BadRequest"),
              Map.entry(401, "Unauthenticated"),
              Map.entry(403, "Forbidden"),
              Map.entry(404, "NotFound"),
              Map.entry(409, "Conflict"),
              Map.entry(412, "PreconditionFailed"),
              Map.entry(413, "BodyTooLarge"),
              Map.entry(415, "UnsupportedMediaType"),
              Map.entry(422, "Invalid"),
              Map.entry(428, "PreconditionRequired"),
              Map.entry(429, "RateLimited"),
              Map.entry(500, "InternalError"),
              Map.entry(503, "Unavailable")));

  private final List<ProblemCode> codes;

  private ProblemDocs(List<ProblemCode> codes) {
    this.codes = codes;
  }

  static ProblemDocs of(IndexView index) {
    var codes = new ArrayList<ProblemCode>(List.of(CommonProblem.values()));
    for (ClassInfo catalogue : index.getAllKnownImplementations(ProblemCode.class)) {
      if (catalogue.isEnum()
          && !catalogue.name().toString().equals(CommonProblem.class.getName())) {
        codes.addAll(constants(catalogue.name().toString()));
      }
    }
    codes.sort(Comparator.comparingInt(ProblemCode::status).thenComparing(ProblemCode::slug));
    return new ProblemDocs(codes);
  }

  void describe(Components components) {
    components.addSchema(SCHEMA, schema());
    components.addSchema("ProblemError", errorSchema());
    RESPONSES.forEach((status, name) -> components.addResponse(name, response(status)));
  }

  /** The content of an answer that is a problem. */
  static Content content() {
    return OASFactory.createContent()
        .addMediaType(
            ProblemBody.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
  }

  private APIResponse response(int status) {
    APIResponse response =
        OASFactory.createAPIResponse().description(description(status)).content(content());
    if (status == 429 || status == 503) {
      response.addHeader("Retry-After", SharedParts.headerRef("RetryAfter"));
    }
    if (status == 401) {
      response.addHeader("WWW-Authenticate", SharedParts.headerRef("WWWAuthenticate"));
    }
    return status < 500 ? SharedParts.withRateLimit(response) : response;
  }

  private String description(int status) {
    return codes.stream()
        .filter(code -> code.status() == status)
        .map(code -> "`" + code.slug() + "`: " + code.title() + ".")
        .collect(Collectors.joining(" "));
  }

  private Schema schema() {
    List<Object> slugs = codes.stream().<Object>map(ProblemCode::slug).distinct().toList();
    return object("A refusal or failure, as RFC 9457 describes it.\n\n" + table())
        .addProperty("type", string("The URI that documents the code.", 200).format("uri"))
        .addProperty("title", string("The same sentence for every occurrence.", 200))
        .addProperty("status", status())
        .addProperty("detail", string("What is wrong this time.", 2_000))
        .addProperty("instance", string("The path of the request.", 8_192))
        .addProperty("code", string("What programs compare.", 64).enumeration(slugs))
        .addProperty(
            "traceId", string("Under which the request is logged.", 32).pattern("^[0-9a-f]{32}$"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description("The places that are wrong.")
                .maxItems(1_000)
                .items(OASFactory.createSchema().ref("#/components/schemas/ProblemError")))
        .required(List.of("type", "title", "status", "code"));
  }

  private static Schema errorSchema() {
    return object("One place that is wrong.")
        .addProperty("pointer", string("The field, as a JSON Pointer (RFC 6901).", 2_000))
        .addProperty("parameter", string("The query parameter or header.", 64))
        .addProperty("code", string("A finer reason, where one exists.", 64))
        .addProperty("detail", string("What is wrong there.", 2_000))
        .required(List.of("detail"));
  }

  private static Schema status() {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.INTEGER)
        .format("int32")
        .description("The status of the answer.")
        .minimum(BigDecimal.valueOf(400))
        .maximum(BigDecimal.valueOf(599));
  }

  private String table() {
    return codes.stream()
        .map(code -> "| `%s` | %d | %s |".formatted(code.slug(), code.status(), code.title()))
        .distinct()
        .collect(Collectors.joining("\n", "| code | status | meaning |\n|---|---|---|\n", ""));
  }

  private static Schema object(String description) {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
  }

  private static Schema string(String description, int maxLength) {
    return OASFactory.createSchema()
        .addType(Schema.SchemaType.STRING)
        .description(description)
        .maxLength(maxLength);
  }

  private static List<ProblemCode> constants(String enumName) {
    try {
      Class<?> type = Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
      return Arrays.stream(type.getEnumConstants()).map(ProblemCode.class::cast).toList();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
