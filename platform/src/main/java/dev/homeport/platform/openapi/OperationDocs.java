package dev.homeport.platform.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Completes one operation: who may call it, how it is repeated, and how it can be refused. */
final class OperationDocs {
  private static final int BAD_REQUEST = 400;

  private OperationDocs() {}

  static void complete(String path, HttpMethod verb, Operation operation, ResourceMethod method) {
    if (operation.getOperationId() == null && !method.operationId().isEmpty()) {
      operation.setOperationId(method.operationId());
    }
    if (operation.getTags() == null || operation.getTags().isEmpty()) {
      operation.setTags(List.of(tag(path)));
    }
    if (operation.getResponses() == null) {
      operation.setResponses(OASFactory.createAPIResponses());
    }
    ApiSecurity.require(operation, method);
    if (method.idempotent()) {
      operation.addParameter(SharedParts.keyRef(method.keyRequired()));
    }
    if (method.versioned()) {
      SharedParts.describeVersion(operation);
    }
    addProblems(path, operation, method);
    operation.getResponses().getAPIResponses().forEach((status, r) -> finish(status, r, method));
  }

  private static void addProblems(String path, Operation operation, ResourceMethod method) {
    var statuses = new TreeSet<Integer>(List.of(400, 429, 500, 503));
    if (method.secured()) {
      statuses.addAll(List.of(401, 403));
    }
    if (path.replace("{service}", "").contains("{")) {
      statuses.add(404);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of(413, 415, 422));
    }
    if (method.idempotent()) {
      statuses.addAll(List.of(409, 422));
    }
    if (hasHeader(operation, "If-Match")) {
      statuses.addAll(List.of(412, 428));
    }
    APIResponses responses = operation.getResponses();
    for (int status : statuses) {
      if (!responses.hasAPIResponse(Integer.toString(status))) {
        responses.addAPIResponse(Integer.toString(status), reference(status));
      }
    }
  }

  private static APIResponse reference(int status) {
    return OASFactory.createAPIResponse()
        .ref("#/components/responses/" + ProblemDocs.RESPONSES.get(status));
  }

  /** A refusal that the operation describes itself is a problem too; an answer has its headers. */
  private static void finish(String status, APIResponse response, ResourceMethod method) {
    if (response.getRef() != null) {
      return;
    }
    int number = status.matches("[1-5][0-9]{2}") ? Integer.parseInt(status) : 200;
    if (number >= BAD_REQUEST && response.getContent() == null) {
      response.setContent(ProblemDocs.content());
    }
    if (number < 500) {
      SharedParts.withRateLimit(response);
    }
    if (number == 201 || number == 202) {
      response.addHeader("Location", SharedParts.headerRef("Location"));
    }
    if (number < 300 && method.idempotent()) {
      response.addHeader("Idempotent-Replayed", SharedParts.headerRef("IdempotentReplayed"));
    }
  }

  private static boolean hasHeader(Operation operation, String name) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(
                parameter ->
                    parameter.getIn() == Parameter.In.HEADER
                        && name.equalsIgnoreCase(parameter.getName()));
  }

  /** {@code /v1/exchange-rates/...} is tagged "Exchange rates". */
  private static String tag(String path) {
    String name =
        Arrays.stream(path.split("/"))
            .filter(segment -> !segment.isEmpty() && !segment.equals("v1"))
            .filter(segment -> !segment.startsWith("{"))
            .findFirst()
            .orElse("other")
            .replace('-', ' ');
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
