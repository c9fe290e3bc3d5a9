package dev.homeport.platform.openapi;

import dev.homeport.platform.idempotency.Idempotent;
import dev.homeport.platform.idempotency.Keyed;
import dev.homeport.platform.job.SubmittedWith;
import dev.homeport.platform.job.rest.ForJobs;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The resource methods of the service, found by the operation that they serve. */
final class ResourceMethods {
  private static final List<String> VERBS =
      List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH");
  private static final Pattern REGEX =
      Pattern.compile("\\{\\s*([\\w-]+)\\s*:(?:[^{}]|\\{[^{}]*\\})*\\}");

  private final Map<String, ResourceMethod> methods = new HashMap<>();
  private final Set<String> jobScopes = new TreeSet<>();

  ResourceMethods(IndexView index) {
    for (AnnotationInstance submitted : index.getAnnotations(SubmittedWith.class)) {
      jobScopes.add(submitted.value().asString());
    }
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

  private ResourceMethod describe(MethodInfo method) {
    Set<String> scopes = scopes(method);
    AnnotationInstance intercepted = annotation(method, Idempotent.class);
    AnnotationInstance idempotent =
        intercepted == null ? method.declaredAnnotation(Keyed.class.getName()) : intercepted;
    AnnotationValue required = idempotent == null ? null : idempotent.value("required");
    return new ResourceMethod(
        method.name() + method.declaringClass().simpleName().replaceFirst("Resource$", ""),
        !scopes.isEmpty() || annotation(method, Authenticated.class) != null,
        scopes,
        idempotent != null,
        required != null && required.asBoolean(),
        readsVersion(method));
  }

  /** A GET that builds its response does so to give it a tag. */
  private static boolean readsVersion(MethodInfo method) {
    return method.hasDeclaredAnnotation(GET.class)
        && method.returnType().name().toString().equals(RestResponse.class.getName());
  }

  private Set<String> scopes(MethodInfo method) {
    var scopes = new TreeSet<String>();
    AnnotationInstance allowed = annotation(method, PermissionsAllowed.class);
    if (allowed != null) {
      scopes.addAll(List.of(allowed.value().asStringArray()));
    }
    AnnotationInstance forJobs = method.declaredAnnotation(ForJobs.class.getName());
    if (forJobs != null) {
      scopes.add(forJobs.value().asString());
      scopes.addAll(jobScopes);
    }
    return scopes;
  }

  /** Of the method, else of its class. */
  private static @Nullable AnnotationInstance annotation(MethodInfo method, Class<?> type) {
    AnnotationInstance own = method.declaredAnnotation(type.getName());
    return own == null ? method.declaringClass().declaredAnnotation(type.getName()) : own;
  }
}
