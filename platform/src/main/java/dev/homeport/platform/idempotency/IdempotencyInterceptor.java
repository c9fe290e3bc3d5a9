package dev.homeport.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 150)
class IdempotencyInterceptor {
  private static final List<String> KEPT_HEADERS =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.LOCATION,
          HttpHeaders.ETAG,
          HttpHeaders.RETRY_AFTER);

  private final KeyedRequests requests;
  private final IdempotencyKeys keys;
  private final ObjectMapper json;

  IdempotencyInterceptor(KeyedRequests requests, IdempotencyKeys keys, ObjectMapper json) {
    this.requests = requests;
    this.keys = keys;
    this.json = json;
  }

  @AroundInvoke
  Object around(InvocationContext invocation) throws Exception {
    boolean required = invocation.getMethod().getAnnotation(Idempotent.class).required();
    Optional<KeyedRequest> keyed = requests.current(body(invocation), required);
    return QuarkusTransaction.joiningExisting()
        .call(() -> keyed.isPresent() ? once(keyed.get(), invocation) : invocation.proceed());
  }

  private Response once(KeyedRequest request, InvocationContext invocation) throws Exception {
    return switch (keys.claim(List.of(request)).getFirst()) {
      case Claim.Answered answered -> answered.answer().replayed();
      case Claim.Reused reused -> throw reused.problem();
      case Claim.InFlight inFlight -> throw inFlight.problem();
      case Claim.Fresh _ -> answer(request, (Response) invocation.proceed());
    };
  }

  private Response answer(KeyedRequest request, Response response) throws JsonProcessingException {
    if (response.getStatus() >= 500) {
      return response;
    }
    var headers = new TreeMap<String, String>();
    for (String name : KEPT_HEADERS) {
      Object value = response.getHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, value.toString());
      }
    }
    String body = response.hasEntity() ? text(response.getEntity()) : null;
    if (body != null) {
      headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
    var answer = new StoredAnswer(response.getStatus(), headers, body);
    keys.store(List.of(request), List.of(answer));
    return answer.first();
  }

  private String text(Object entity) throws JsonProcessingException {
    return entity instanceof String text ? text : json.writeValueAsString(entity);
  }

  /** The one parameter that is neither path, query nor context; none where the body is streamed. */
  private static @Nullable Object body(InvocationContext invocation) {
    Parameter[] parameters = invocation.getMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (isBody(parameters[i])) {
        return invocation.getParameters()[i];
      }
    }
    return null;
  }

  private static boolean isBody(Parameter parameter) {
    if (InputStream.class.isAssignableFrom(parameter.getType())) {
      return false;
    }
    for (Annotation annotation : parameter.getAnnotations()) {
      String name = annotation.annotationType().getName();
      if (name.startsWith("jakarta.ws.rs.") || name.startsWith("org.jboss.resteasy.reactive.")) {
        return false;
      }
    }
    return !parameter.getType().getName().startsWith("jakarta.ws.rs.core.");
  }
}
