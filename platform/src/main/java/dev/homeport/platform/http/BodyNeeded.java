package dev.homeport.platform.http;

import dev.homeport.platform.problem.CommonProblem;
import dev.homeport.platform.problem.Problem;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A method with a body gets one, unless its parameter is marked {@code @Nullable}. */
@Provider
public class BodyNeeded implements ReaderInterceptor {
  private final ResourceInfo resource;

  public BodyNeeded(ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null && !optional(resource.getResourceMethod(), context.getType())) {
      throw Problem.of(CommonProblem.MALFORMED_JSON, "This operation needs a body.");
    }
    return body;
  }

  private static boolean optional(Method method, Class<?> type) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getType() == type)
        .anyMatch(parameter -> parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }
}
