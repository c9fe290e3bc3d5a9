package dev.homeport.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that is not a body of its own, such as a line of a file or an item of a batch, and
 * refuses it as a body would be refused.
 */
@ApplicationScoped
public class JsonDocuments {
  private final ObjectMapper json;
  private final Validator validator;

  JsonDocuments(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  /**
   * Reads the text of a document.
   *
   * @throws Problem when it is none of this type
   */
  public <T> T read(String text, Class<T> type) {
    try {
      return there(json.readValue(text, type));
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  /**
   * Reads a document that was written in another way than as text.
   *
   * @throws Problem when it is none of this type
   */
  public <T> T read(JsonNode tree, Class<T> type) {
    try {
      return there(json.treeToValue(tree, type));
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  /**
   * A document of which every constraint holds.
   *
   * @throws Problem otherwise
   */
  public <T> T valid(T document) {
    var violations = validator.validate(document);
    if (!violations.isEmpty()) {
      throw ViolationProblems.of(new ConstraintViolationException(violations));
    }
    return document;
  }

  /** What was read; of a JSON null that is nothing. */
  private static <T> T there(@Nullable T document) {
    if (document == null) {
      throw Problem.of(CommonProblem.INVALID_VALUE, "A document is a JSON object.")
          .at("", "must be an object");
    }
    return document;
  }
}
