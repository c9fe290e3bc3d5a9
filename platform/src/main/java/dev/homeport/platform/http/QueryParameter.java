package dev.homeport.platform.http;

import dev.homeport.platform.problem.Expected;
import dev.homeport.platform.problem.ProblemError;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A declared query parameter.
 *
 * @param name as it is written in the query
 * @param type of one value
 * @param many whether it can be given more than once
 */
record QueryParameter(String name, Class<?> type, boolean many) {

  static QueryParameter of(String name, Class<?> type, Type genericType) {
    boolean many = Collection.class.isAssignableFrom(type) || type.isArray();
    if (type.isArray()) {
      return new QueryParameter(name, type.getComponentType(), true);
    }
    boolean wrapped = many || type == Optional.class;
    return new QueryParameter(name, wrapped ? argument(genericType) : type, many);
  }

  /** What is wrong with the values, if something is. */
  Optional<ProblemError> refusal(List<String> values) {
    if (values.size() > 1 && !many) {
      return Optional.of(ProblemError.in(name, "is given more than once"));
    }
    return values.stream()
            .allMatch(value -> PlainText.is(value) && TextValues.readable(type, value))
        ? Optional.empty()
        : Optional.of(ProblemError.in(name, Expected.of(type)));
  }

  private static Class<?> argument(Type generic) {
    return generic instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : String.class;
  }
}
