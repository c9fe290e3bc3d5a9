package dev.homeport.gateway.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to the gateway on which a test writes what no HTTP client would. */
public final class Raw implements AutoCloseable {
  private final Socket socket;

  private Raw(Socket socket) {
    this.socket = socket;
  }

  public static Raw open() {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port());
      socket.setSoTimeout(10_000);
      return new Raw(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the gateway under test listens; known inside test methods. */
  public static int port() {
    return RestAssured.port;
  }

  /** Lines end with LF here and with CRLF on the wire. */
  public Raw write(String text) {
    return write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  public Raw write(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has come by the time that it contains the text, or the other side has closed. */
  public String readUntil(String text) {
    var read = new ByteArrayOutputStream();
    try {
      InputStream in = socket.getInputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        read.write(b);
        if (b == text.charAt(text.length() - 1)
            && read.toString(StandardCharsets.ISO_8859_1).contains(text)) {
          break;
        }
      }
      return read.toString(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The head of the next answer. */
  public String head() {
    return readUntil("\r\n\r\n");
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
