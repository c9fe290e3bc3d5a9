package dev.homeport.platform.problem;

import com.fasterxml.jackson.core.JsonPointer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.ValidationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Translates Bean Validation into the terms of the request. */
public final class ViolationProblems {
  private static final int MAX_ERRORS = 100;

  private ViolationProblems() {}

  /** The refusal of a request, or of a document validated by hand. */
  public static Problem of(ValidationException failure) {
    return failure instanceof ConstraintViolationException violations
        ? of(violations)
        : Failures.problem(failure);
  }

  private static Problem of(ConstraintViolationException failure) {
    var inBody = new ArrayList<ProblemError>();
    var inParameters = new ArrayList<ProblemError>();
    for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
      List<Path.Node> nodes = nodes(violation);
      switch (Place.of(violation, nodes)) {
        case Place.Answer _ -> {
          return Problem.of(CommonProblem.INTERNAL_ERROR);
        }
        case Place.InPath _ -> {
          return Problem.of(CommonProblem.NOT_FOUND);
        }
        case Place.Parameter(String name) ->
            inParameters.add(ProblemError.in(name, violation.getMessage()));
        case Place.Body(int depth) ->
            inBody.add(
                ProblemError.at(
                    pointer(nodes.subList(depth, nodes.size())), null, violation.getMessage()));
      }
    }
    return inParameters.isEmpty()
        ? problem(CommonProblem.VALIDATION_FAILED, "The body is not valid.", inBody)
        : problem(CommonProblem.INVALID_PARAMETER, "A parameter is not valid.", inParameters);
  }

  private static Problem problem(ProblemCode code, String detail, List<ProblemError> errors) {
    Comparator<ProblemError> byPlace =
        Comparator.comparing(
                (ProblemError error) ->
                    Objects.requireNonNullElse(error.pointer(), "")
                        + Objects.requireNonNullElse(error.parameter(), ""))
            .thenComparing(ProblemError::detail);
    return Problem.of(code, detail, errors.stream().sorted(byPlace).limit(MAX_ERRORS).toList());
  }

  private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
    var nodes = new ArrayList<Path.Node>();
    violation.getPropertyPath().forEach(nodes::add);
    return nodes;
  }

  /** {@code lines[0].quantity} is {@code /lines/0/quantity}; an index belongs to the node after. */
  static String pointer(List<Path.Node> nodes) {
    JsonPointer pointer = JsonPointer.empty();
    for (Path.Node node : nodes) {
      if (node.getIndex() != null) {
        pointer = pointer.appendIndex(node.getIndex());
      } else if (node.getKey() != null) {
        pointer = pointer.appendProperty(node.getKey().toString());
      }
      if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
        pointer = pointer.appendProperty(node.getName());
      }
    }
    return pointer.toString();
  }
}
