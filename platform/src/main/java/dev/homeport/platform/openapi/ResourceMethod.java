package dev.homeport.platform.openapi;

import java.util.Set;

/**
 * What the annotations of a resource method say that OpenAPI does not read by itself.
 *
 * @param operationId a name made of method and class, unless the operation has its own
 * @param secured whether a token is needed
 * @param scopes any one of which is enough
 * @param idempotent whether an {@code Idempotency-Key} is understood
 * @param keyRequired whether it is also demanded
 * @param versioned whether it reads something that has an entity tag
 */
record ResourceMethod(
    String operationId,
    boolean secured,
    Set<String> scopes,
    boolean idempotent,
    boolean keyRequired,
    boolean versioned) {

  /** Of an operation that no resource method was found for. */
  static final ResourceMethod UNKNOWN =
      new ResourceMethod("", false, Set.of(), false, false, false);
}
