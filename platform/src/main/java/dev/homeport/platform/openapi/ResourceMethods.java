package dev.homeport.platform.openapi;

import dev.homeport.platform.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The resource methods of the service, found by the operation that they serve. */
final class ResourceMethods {
  private static final List<String> VERBS =
      List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH");
  private static final Pattern REGEX =
      Pattern.compile("\\{\\s*([\\w-]+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}");

  private final Map<String, ResourceMethod> methods = new HashMap<>();

  ResourceMethods(IndexView index) {
    for (AnnotationInstance path : index.getAnnotations(Path.class)) {
      if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
        ClassInfo resource = path.target().asClass();
        resource.methods().forEach(method -> add(path.value().asString(), method));
      }
    }
  }

  /** The method behind an operation, by verb and path as the document writes them. */
  ResourceMethod find(String verb, String path) {
    return methods.getOrDefault(verb + " " + path, ResourceMethod.UNKNOWN);
  }

  private void add(String classPath, MethodInfo method) {
    for (String verb : VERBS) {
      if (method.hasDeclaredAnnotation("jakarta.ws.rs." + verb)) {
        AnnotationInstance path = method.declaredAnnotation(Path.class);
        String whole = classPath + "/" + (path == null ? "" : path.value().asString());
        methods.put(verb + " " + template(whole), describe(method));
      }
    }
  }

  /** One slash between segments, none at the end, and variables without their expressions. */
  static String template(String path) {
    String plain = REGEX.matcher("/" + path).replaceAll("{$1}").replaceAll("/+", "/");
    return plain.length() > 1 && plain.endsWith("/")
        ? plain.substring(0, plain.length() - 1)
        : plain;
  }

  private static ResourceMethod describe(MethodInfo method) {
    Set<String> scopes = scopes(method);
    AnnotationInstance idempotent = annotation(method, Idempotent.class);
    AnnotationValue required = idempotent == null ? null : idempotent.value("required");
    return new ResourceMethod(
        method.name() + method.declaringClass().simpleName().replaceFirst("Resource$", ""),
        !scopes.isEmpty() || annotation(method, Authenticated.class) != null,
        scopes,
        idempotent != null,
        required != null && required.asBoolean());
  }

  private static Set<String> scopes(MethodInfo method) {
    var scopes = new TreeSet<String>();
    AnnotationInstance allowed = annotation(method, PermissionsAllowed.class);
    if (allowed != null) {
      scopes.addAll(List.of(allowed.value().asStringArray()));
    }
    return scopes;
  }

  /** Of the method, else of its class. */
  private static @Nullable AnnotationInstance annotation(MethodInfo method, Class<?> type) {
    AnnotationInstance own = method.declaredAnnotation(type.getName());
    return own == null ? method.declaringClass().declaredAnnotation(type.getName()) : own;
  }
}
