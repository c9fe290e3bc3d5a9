package dev.homeport.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategy;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.homeport.platform.money.Currencies;
import dev.homeport.platform.money.Decimal;
import dev.homeport.platform.problem.WireName;
import dev.homeport.platform.time.Instants;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * Strict JSON, in and out: nothing is guessed, nothing is silently dropped. Applied to the mapper
 * of the service; {@link #apply} gives the same rules to a mapper in a test.
 */
@Singleton
public class JsonRules implements ObjectMapperCustomizer {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 256;
  private static final int MAX_STRING = 1 << 20;

  /** The last word: after the modules that Quarkus finds on the class path. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    apply(mapper);
  }

  /** Gives a mapper the rules. */
  public static ObjectMapper apply(ObjectMapper mapper) {
    limit(mapper);
    refuse(mapper);
    coerceNothing(mapper);
    mapper.registerModule(types());
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    return mapper.setAnnotationIntrospector(
        new AnnotationIntrospectorPair(
            mapper.getDeserializationConfig().getAnnotationIntrospector(), new WireNames()));
  }

  private static void limit(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME)
                .maxStringLength(MAX_STRING)
                .build());
  }

  private static void refuse(ObjectMapper mapper) {
    mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.enable(
        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
  }

  @SuppressWarnings("deprecation") // The builder that replaces it cannot change an existing mapper.
  private static void coerceNothing(ObjectMapper mapper) {
    mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Enum, LogicalType.DateTime)) {
      mapper
          .coercionConfigFor(type)
          .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }
    for (LogicalType type : LogicalType.values()) {
      if (type != LogicalType.Textual) {
        mapper
            .coercionConfigFor(type)
            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
      }
    }
  }

  private static SimpleModule types() {
    return new SimpleModule("homeport")
        .addDeserializer(String.class, new PlainText())
        .addSerializer(BigDecimal.class, new Decimal.Writer())
        .addDeserializer(BigDecimal.class, new Decimal.Reader())
        .addDeserializer(Currency.class, new Currencies.Reader())
        .addSerializer(Instant.class, new Instants.Writer())
        .addDeserializer(Instant.class, new Instants.Reader())
        .addDeserializer(LocalDate.class, new Instants.DateReader());
  }

  /** Constants of enums are kebab-case on the wire, unless they say otherwise themselves. */
  private static final class WireNames extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Object findEnumNamingStrategy(MapperConfig<?> config, AnnotatedClass type) {
      return KebabCase.class;
    }
  }

  /** How a constant is named outside Java. */
  public static final class KebabCase implements EnumNamingStrategy {
    /** For Jackson. */
    public KebabCase() {}

    @Override
    public String convertEnumToExternalName(String constant) {
      return WireName.of(constant);
    }
  }
}
