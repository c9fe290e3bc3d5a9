package dev.homeport.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Which part of a request a violation is about. */
sealed interface Place {

  /** Our own answer was not valid. */
  record Answer() implements Place {}

  /** A segment of the path: there is no such resource. */
  record InPath() implements Place {}

  /** A query parameter or a header. */
  record Parameter(String name) implements Place {}

  /** The body; the nodes from this depth on lie inside it. */
  record Body(int depth) implements Place {}

  static Place of(ConstraintViolation<?> violation, List<Path.Node> nodes) {
    if (nodes.isEmpty() || nodes.getFirst().getKind() != ElementKind.METHOD) {
      return new Body(0);
    }
    Path.Node second = nodes.get(1);
    if (second.getKind() == ElementKind.RETURN_VALUE) {
      return new Answer();
    }
    if (second.getKind() != ElementKind.PARAMETER) {
      return new Body(1);
    }
    Method method =
        method(violation.getRootBeanClass(), nodes.getFirst().as(Path.MethodNode.class));
    int index = second.as(Path.ParameterNode.class).getParameterIndex();
    var parameter = method.getParameters()[index];
    if (parameter.isAnnotationPresent(BeanParam.class) && nodes.size() > 2) {
      return named(member(parameter.getType(), nodes.get(2).getName()), nodes.get(2).getName(), 2);
    }
    return named(parameter, second.getName(), 2);
  }

  private static Place named(AnnotatedElement element, String name, int depth) {
    var query = element.getAnnotation(QueryParam.class);
    if (query != null) {
      return new Parameter(query.value());
    }
    var header = element.getAnnotation(HeaderParam.class);
    if (header != null) {
      return new Parameter(header.value());
    }
    if (element.isAnnotationPresent(RestQuery.class)) {
      return new Parameter(or(element.getAnnotation(RestQuery.class).value(), name));
    }
    if (element.isAnnotationPresent(RestHeader.class)) {
      return new Parameter(or(element.getAnnotation(RestHeader.class).value(), name));
    }
    return element.isAnnotationPresent(PathParam.class)
            || element.isAnnotationPresent(RestPath.class)
        ? new InPath()
        : new Body(depth);
  }

  private static String or(String given, String otherwise) {
    return given.isEmpty() ? otherwise : given;
  }

  /** The method of the resource itself: a validated bean is a generated subclass of it. */
  private static Method method(Class<?> bean, Path.MethodNode node) {
    Class<?>[] types = node.getParameterTypes().toArray(Class<?>[]::new);
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (!type.isSynthetic()
            && !type.getSimpleName().endsWith("_Subclass")
            && method.getName().equals(node.getName())
            && Arrays.equals(method.getParameterTypes(), types)) {
          return method;
        }
      }
    }
    throw new IllegalStateException("no method " + node.getName() + " in " + bean);
  }

  private static AnnotatedElement member(Class<?> type, String name) {
    for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
      for (var field : owner.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return field;
        }
      }
    }
    return type;
  }
}
