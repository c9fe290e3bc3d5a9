package dev.homeport.platform.problem;

import java.net.URI;

/**
 * One kind of refusal. A service declares its catalogue as an enum of these; the slug is part of
 * the contract and never changes its meaning.
 */
public interface ProblemCode {

  /** The kebab-case name that callers compare, for example {@code order-conflict}. */
  String slug();

  /** The HTTP status, 400 to 599. */
  int status();

  /** One short sentence, the same for every occurrence. */
  String title();

  /** The URI under which the code is documented. */
  default URI type() {
    return URI.create("https://homeport.dev/problems/" + slug());
  }
}
