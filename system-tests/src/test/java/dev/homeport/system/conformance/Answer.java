package dev.homeport.system.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What came back for a call. */
record Answer(Call call, int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** Without its parameters. */
  String mediaType() {
    return header("Content-Type").replaceFirst(";.*", "").strip();
  }

  boolean good() {
    return status < 300;
  }

  /** The body as JSON; missing when it is none. */
  JsonNode json() {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException _) {
      return MissingNode.getInstance();
    }
  }

  /** The code of the problem; empty when it is none. */
  String code() {
    return json().path("code").asText();
  }

  /** The same to a caller who wants to know whether something exists. */
  String verdict() {
    return status + " " + code();
  }

  /** Whether the request was refused: as a whole, or each item of a batch by itself. */
  boolean refuses() {
    if (status != 207) {
      return status >= 400 && status < 500;
    }
    for (JsonNode item : json().path("items")) {
      if (item.path("status").asInt() < 400 || item.path("status").asInt() >= 500) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return call + " -> " + status + " " + (body.length() < 600 ? body : body.substring(0, 600));
  }
}
