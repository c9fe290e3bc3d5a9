package dev.homeport.analytics.segment;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelVarDecl;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

/**
 * The Common Expression Language as segments speak it: its syntax, its checker and its loops; of
 * its functions those that can be worked out for every customer, and functions of days.
 */
final class Language {
  /** The most characters of an expression. */
  static final int MAX_LENGTH = 4_000;

  static final String TODAY = "today";

  private static final int MAX_DEPTH = 64;
  private static final CelCompiler COMPILER = compiler();

  private Language() {}

  static CelCompiler checker() {
    return COMPILER;
  }

  private static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(
                CelOptions.current()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .maxParseRecursionDepth(MAX_DEPTH)
                    .maxParseErrorRecoveryLimit(4)
                    .build())
            .setStandardEnvironmentEnabled(false)
            .setStandardMacros(
                CelStandardMacro.ALL,
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.FILTER)
            .addVarDeclarations(CelVarDecl.newVarDeclaration(TODAY, Types.DATE));
    for (Attribute attribute : Attributes.all()) {
      builder.addVarDeclarations(
          CelVarDecl.newVarDeclaration(attribute.name(), attribute.type().type()));
    }
    for (Operation operation : Operations.all().values()) {
      builder.addFunctionDeclarations(
          CelFunctionDecl.newFunctionDeclaration(operation.name(), operation.overloads()));
    }
    return builder.build();
  }
}
