package dev.homeport.platform.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.JsonProblems;
import dev.homeport.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies a JSON Merge Patch (RFC 7396) to a record of the fields that callers may change. */
@ApplicationScoped
public class MergePatch {
  /** The media type of a patch. */
  public static final String MEDIA_TYPE = "application/merge-patch+json";

  private final ObjectMapper json;
  private final Validator validator;

  MergePatch(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * The changed record, read and validated as if the caller had sent it whole.
   *
   * @param present the record as it stands
   * @param patch what the caller sent; {@code null} removes a field
   * @param fields the top-level fields that may occur in the patch
   * @throws Problem 422 for any other field, and for a result that is not valid
   */
  public <T> T apply(T present, JsonNode patch, Set<String> fields) {
    allow(patch, fields);
    JsonNode merged = merge(json.valueToTree(present), patch);
    try {
      @SuppressWarnings("unchecked")
      T changed = (T) json.treeToValue(merged, present.getClass());
      validate(changed);
      return changed;
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  /** The same, for records of which every field may change. */
  public <T extends Record> T apply(T present, JsonNode patch) {
    Set<String> components =
        Arrays.stream(present.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
    return apply(present, patch, components);
  }

  private <T> void validate(T changed) {
    Set<ConstraintViolation<T>> violations = validator.validate(changed);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
  }

  private static void allow(JsonNode patch, Set<String> fields) {
    if (!patch.isObject()) {
      throw Problem.of(CommonProblem.INVALID_VALUE, "A merge patch is a JSON object.")
          .at("", "must be an object");
    }
    Problem problem =
        Problem.of(CommonProblem.UNKNOWN_FIELD, "The patch names a field that it cannot change.");
    for (var change : patch.properties()) {
      String name = change.getKey();
      if (!fields.contains(name)) {
        problem = problem.at(JsonPointer.empty().appendProperty(name).toString(), "cannot change");
      }
    }
    if (!problem.errors().isEmpty()) {
      throw problem;
    }
  }

  /** RFC 7396, section 2, MergePatch. */
  static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!(patch instanceof ObjectNode changes)) {
      return patch;
    }
    ObjectNode result = target instanceof ObjectNode present ? present : changes.objectNode();
    for (var change : changes.properties()) {
      String name = change.getKey();
      if (change.getValue().isNull()) {
        result.remove(name);
      } else {
        result.set(name, merge(result.path(name), change.getValue()));
      }
    }
    return result;
  }
}
