package dev.homeport.gateway.route;

import java.util.Locale;
import java.util.Optional;

/**
 * The rules for what may stand in a request line. Everything that two servers could read in two
 * ways is refused here, so that the path which is matched is the path that the service sees.
 */
public final class RequestTarget {

  private RequestTarget() {}

  /** Why a request target is refused; empty when it is fine. */
  public static Optional<String> fault(String target) {
    if (!target.startsWith("/")) {
      return Optional.of("The request target must be a path.");
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return characterFault(target).or(() -> pathFault(path));
  }

  private static Optional<String> characterFault(String target) {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '\\' || c == '#') {
        return Optional.of("The request target has a character that must be percent-encoded.");
      }
      if (c == '%' && !isEscape(target, i)) {
        return Optional.of("The request target has a broken percent-encoding.");
      }
    }
    return Optional.empty();
  }

  private static boolean isEscape(String target, int at) {
    return at + 2 < target.length()
        && Character.digit(target.charAt(at + 1), 16) >= 0
        && Character.digit(target.charAt(at + 2), 16) >= 0;
  }

  private static Optional<String> pathFault(String path) {
    if (path.contains("//") || path.indexOf(';') >= 0) {
      return Optional.of("The path has an empty segment or a path parameter.");
    }
    if (path.indexOf('%') >= 0 && hidesStructure(path.toLowerCase(Locale.ROOT))) {
      return Optional.of("The path has an encoded slash, backslash or control character.");
    }
    if (path.contains("/.") || path.contains("%")) {
      for (String segment : path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1)) {
        if (segment.equals(".") || segment.equals("..")) {
          return Optional.of("The path has a relative segment.");
        }
      }
    }
    return Optional.empty();
  }

  /** Encoded slash, backslash, percent sign or control character. */
  private static boolean hidesStructure(String path) {
    for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
      int code = Integer.parseInt(path.substring(i + 1, i + 3), 16);
      if (code < ' ' || code == '/' || code == '\\' || code == '%' || code == 0x7f) {
        return true;
      }
    }
    return false;
  }
}
