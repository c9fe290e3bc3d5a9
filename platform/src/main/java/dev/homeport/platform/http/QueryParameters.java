package dev.homeport.platform.http;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters that a resource method declares, also those inside parameter beans. */
final class QueryParameters {
  private final Map<String, QueryParameter> found = new HashMap<>();

  private QueryParameters() {}

  /** By name. */
  static Map<String, QueryParameter> of(Method method) {
    var parameters = new QueryParameters();
    for (Parameter parameter : method.getParameters()) {
      if (!parameters.add(
              parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType())
          && !isOtherParameter(parameter)) {
        parameters.addFields(parameter.getType());
      }
    }
    parameters.addFields(method.getDeclaringClass());
    return Map.copyOf(parameters.found);
  }

  private void addFields(Class<?> bean) {
    for (Class<?> type = bean;
        type != null && !type.isPrimitive() && !type.getName().startsWith("java.");
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        add(field, field.getName(), field.getType(), field.getGenericType());
      }
    }
  }

  private boolean add(AnnotatedElement element, String name, Class<?> type, Type genericType) {
    String declared = declaredName(element, name);
    if (declared != null) {
      found.put(declared, QueryParameter.of(declared, type, genericType));
    }
    return declared != null;
  }

  private static @Nullable String declaredName(AnnotatedElement element, String name) {
    QueryParam standard = element.getAnnotation(QueryParam.class);
    if (standard != null) {
      return standard.value();
    }
    RestQuery own = element.getAnnotation(RestQuery.class);
    if (own == null) {
      return null;
    }
    return own.value().isEmpty() ? name : own.value();
  }

  private static boolean isOtherParameter(Parameter parameter) {
    return parameter.isAnnotationPresent(PathParam.class)
        || parameter.isAnnotationPresent(HeaderParam.class)
        || parameter.isAnnotationPresent(CookieParam.class)
        || parameter.isAnnotationPresent(FormParam.class);
  }
}
