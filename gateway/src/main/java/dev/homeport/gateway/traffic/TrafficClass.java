package dev.homeport.gateway.traffic;

import dev.homeport.gateway.traffic.TrafficConfig.ClassConfig;
import java.time.Duration;

/**
 * What requests of one kind may have.
 *
 * @param name as metrics and logs show it
 * @param share of the room up to which they are let in, from 1 to 100 per cent
 * @param firstByteTimeout from the end of the request to the first byte of the answer
 * @param totalTimeout of request and answer together
 */
public record TrafficClass(
    String name, int share, Duration firstByteTimeout, Duration totalTimeout) {

  static TrafficClass of(String name, ClassConfig config) {
    return new TrafficClass(name, config.share(), config.firstByteTimeout(), config.totalTimeout());
  }
}
