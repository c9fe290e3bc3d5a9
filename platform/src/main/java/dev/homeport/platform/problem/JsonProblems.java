package dev.homeport.platform.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import org.jspecify.annotations.Nullable;

/** Says in terms of the document, never in terms of our classes, what is wrong with some JSON. */
public final class JsonProblems {
  private JsonProblems() {}

  /** The refusal of a document that Jackson could not read. */
  public static Problem of(JsonProcessingException failure) {
    Problem inner = Failures.find(failure, Problem.class);
    if (inner != null) {
      return failure instanceof JsonMappingException mapping
          ? inner.under(pointer(mapping))
          : inner;
    }
    InputCoercionException overflow = Failures.find(failure, InputCoercionException.class);
    if (overflow != null) {
      return invalidValue(failure, Expected.of(overflow.getTargetType()));
    }
    JsonProcessingException malformed = malformed(failure);
    if (malformed != null) {
      return malformed(malformed.getLocation(), malformed instanceof StreamConstraintsException);
    }
    return switch (failure) {
      case UnrecognizedPropertyException unknown -> unknownField(unknown);
      case InvalidDefinitionException _ -> Problem.of(CommonProblem.INTERNAL_ERROR);
      case ValueInstantiationException _ -> invalidValue(failure, "has a value that is not valid");
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default -> invalidValue(failure, "has a value that is not valid");
    };
  }

  /** The place in the document, as a JSON Pointer. */
  static String pointer(JsonMappingException failure) {
    JsonPointer pointer = JsonPointer.empty();
    for (Reference reference : failure.getPath()) {
      String field = reference.getFieldName();
      pointer =
          field == null ? pointer.appendIndex(reference.getIndex()) : pointer.appendProperty(field);
    }
    return pointer.toString();
  }

  private static Problem unknownField(UnrecognizedPropertyException failure) {
    return Problem.of(CommonProblem.UNKNOWN_FIELD, "The body has a field that is not known here.")
        .at(pointer(failure), "is not known here");
  }

  private static Problem mismatch(MismatchedInputException failure) {
    if (failure.getPath().isEmpty()
        && String.valueOf(failure.getOriginalMessage()).startsWith("Trailing token")) {
      return malformed(failure.getLocation(), false);
    }
    return invalidValue(failure, Expected.of(failure.getTargetType()));
  }

  private static Problem invalidValue(JsonProcessingException failure, String expected) {
    String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
    return Problem.of(CommonProblem.INVALID_VALUE, "The body has a value that cannot be used.")
        .at(pointer, expected);
  }

  private static @Nullable JsonProcessingException malformed(JsonProcessingException failure) {
    StreamReadException syntax = Failures.find(failure, StreamReadException.class);
    return syntax != null ? syntax : Failures.find(failure, StreamConstraintsException.class);
  }

  private static Problem malformed(@Nullable JsonLocation location, boolean tooLarge) {
    String what =
        tooLarge
            ? "The JSON is nested too deeply, or has a name or number that is too long"
            : "The JSON is not well-formed";
    String where =
        location == null || location.getLineNr() < 1
            ? "."
            : " at line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
    return Problem.of(CommonProblem.MALFORMED_JSON, what + where);
  }
}
