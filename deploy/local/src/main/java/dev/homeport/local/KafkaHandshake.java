package dev.homeport.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The first thing a Kafka client says (ApiVersions, version 0); only a working broker answers. */
final class KafkaHandshake {

  private static final int LIMIT_MILLIS = 1_000;
  private static final short API_VERSIONS = 18;
  private static final int CORRELATION = 7;

  private KafkaHandshake() {}

  static boolean succeeds(int port) {
    try (var socket = new Socket()) {
      socket.setSoTimeout(LIMIT_MILLIS);
      socket.connect(new InetSocketAddress(LocalPorts.HOST, port), LIMIT_MILLIS);
      var out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(Short.BYTES + Short.BYTES + Integer.BYTES + Short.BYTES);
      out.writeShort(API_VERSIONS);
      out.writeShort(0);
      out.writeInt(CORRELATION);
      out.writeShort(-1); // no client id
      out.flush();
      var in = new DataInputStream(socket.getInputStream());
      return in.readInt() > 0 && in.readInt() == CORRELATION && in.readShort() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
