package dev.homeport.local;

/**
 * Something that the person at the keyboard can put right. The message is one plain sentence that
 * says what is wrong and what to do; the commands print it and nothing else.
 */
public final class LocalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal with its sentence. */
  public LocalException(String sentence) {
    super(sentence);
  }

  /** A refusal with its sentence and what led to it. */
  public LocalException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
