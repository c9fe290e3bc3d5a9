package dev.homeport.analytics.segment;

import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;

/**
 * A function or operator of the language: which types it takes, and what it comes to.
 *
 * @param name as the parser calls it
 * @param overloads the types
 * @param daily whether it looks at the calendar
 * @param traits what it needs to be told of a customer
 */
record Operation(
    String name,
    List<CelOverloadDecl> overloads,
    boolean daily,
    List<Trait> traits,
    Functions.Call call) {

  static Builder named(String name, Functions.Call call) {
    return new Builder(name, call);
  }

  /** Puts an operation together. */
  static final class Builder {
    private final String name;
    private final Functions.Call call;
    private final List<CelOverloadDecl> overloads = new ArrayList<>();
    private boolean daily;
    private List<Trait> traits = List.of();

    private Builder(String name, Functions.Call call) {
      this.name = name;
      this.call = call;
    }

    /** Also takes these. */
    Builder takes(CelType result, CelType... arguments) {
      overloads.add(
          CelOverloadDecl.newGlobalOverload(
              name + "_" + overloads.size(), result, List.of(arguments)));
      return this;
    }

    /** Also takes these, the first of them in front of the point. */
    Builder member(CelType result, CelType... arguments) {
      overloads.add(
          CelOverloadDecl.newMemberOverload(
              name + "_" + overloads.size(), result, List.of(arguments)));
      return this;
    }

    Builder everyDay() {
      daily = true;
      return this;
    }

    Builder needs(Trait... needed) {
      traits = List.of(needed);
      return this;
    }

    Operation build() {
      return new Operation(name, List.copyOf(overloads), daily, traits, call);
    }
  }
}
