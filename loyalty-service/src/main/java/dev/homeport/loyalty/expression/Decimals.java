package dev.homeport.loyalty.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Exact decimals in CEL: a type of their own with its comparisons and arithmetic, also with whole
 * numbers and with literals such as {@code 49.99}, which stand for exactly what is written.
 */
final class Decimals {
  static final CelType TYPE = OpaqueType.create("decimal");

  private final List<CelFunctionDecl> declarations = new ArrayList<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();

  Decimals() {
    for (Operation operation : Operation.values()) {
      add(operation);
    }
    declarations.add(
        CelFunctionDecl.newFunctionDeclaration(
            "floor", CelOverloadDecl.newGlobalOverload("floor_decimal", TYPE, TYPE)));
    bindings.add(
        CelFunctionBinding.from(
            "floor_decimal", BigDecimal.class, value -> value.setScale(0, RoundingMode.FLOOR)));
  }

  List<CelFunctionDecl> declarations() {
    return declarations;
  }

  List<CelFunctionBinding> bindings() {
    return bindings;
  }

  private void add(Operation operation) {
    var overloads = new ArrayList<CelOverloadDecl>();
    for (Operand left : Operand.values()) {
      for (Operand right : Operand.values()) {
        if (left == Operand.DECIMAL || right == Operand.DECIMAL) {
          String id = operation.id() + "_" + left.id + "_" + right.id;
          overloads.add(
              CelOverloadDecl.newGlobalOverload(id, operation.result(), left.type, right.type));
          bindings.add(
              CelFunctionBinding.from(
                  id,
                  left.values,
                  right.values,
                  (a, b) -> operation.of(Operand.exact(a), Operand.exact(b))));
        }
      }
    }
    declarations.add(CelFunctionDecl.newFunctionDeclaration(operation.function(), overloads));
  }

  private enum Operand {
    DECIMAL("decimal", TYPE, BigDecimal.class),
    INT("int", SimpleType.INT, Long.class),
    LITERAL("double", SimpleType.DOUBLE, Double.class);

    private final String id;
    private final CelType type;
    private final Class<?> values;

    Operand(String id, CelType type, Class<?> values) {
      this.id = id;
      this.type = type;
      this.values = values;
    }

    static BigDecimal exact(Object value) {
      return switch (value) {
        case BigDecimal decimal -> decimal;
        case Long whole -> BigDecimal.valueOf(whole);
        case Double literal -> BigDecimal.valueOf(literal);
        default -> throw new IllegalArgumentException("Not a number: " + value.getClass());
      };
    }
  }
}
