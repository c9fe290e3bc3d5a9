package dev.homeport.platform.http;

import dev.homeport.platform.problem.Problem;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a text is a value of a type, by the rules with which JAX-RS reads parameters. */
final class TextValues {
  private static final List<String> FACTORIES = List.of("fromString", "valueOf", "parse");

  private TextValues() {}

  static boolean readable(Class<?> type, String text) {
    try {
      if (type == boolean.class || type == Boolean.class) {
        return text.equals("true") || text.equals("false");
      }
      if (WireValues.handles(type)) {
        return WireValues.read(type, text).isPresent();
      }
      return type.isPrimitive() ? readsPrimitive(type, text) : reads(type, text);
    } catch (NumberFormatException | DateTimeException _) {
      return false;
    }
  }

  private static boolean readsPrimitive(Class<?> type, String text) {
    if (type == int.class) {
      Integer.parseInt(text);
    } else if (type == long.class) {
      Long.parseLong(text);
    } else if (type == double.class) {
      return Double.isFinite(Double.parseDouble(text));
    }
    return true;
  }

  private static boolean reads(Class<?> type, String text) {
    if (type == String.class) {
      return true;
    }
    try {
      Executable reader = reader(type);
      if (reader instanceof Method factory) {
        factory.invoke(null, text);
      } else if (reader != null) {
        type.getConstructor(String.class).newInstance(text);
      }
      return true;
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof Problem problem) {
        throw problem;
      }
      return false;
    } catch (ReflectiveOperationException _) {
      return true; // Not readable from here: the conversion itself decides.
    }
  }

  private static @Nullable Executable reader(Class<?> type) {
    for (String name : FACTORIES) {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name)
            && Modifier.isStatic(method.getModifiers())
            && method.getParameterCount() == 1
            && method.getParameterTypes()[0].isAssignableFrom(String.class)
            && type.isAssignableFrom(method.getReturnType())) {
          return method;
        }
      }
    }
    return Arrays.stream(type.getConstructors())
        .filter(c -> c.getParameterCount() == 1 && c.getParameterTypes()[0] == String.class)
        .findFirst()
        .orElse(null);
  }
}
