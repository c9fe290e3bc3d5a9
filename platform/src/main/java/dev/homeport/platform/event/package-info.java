/** The envelope of what services tell each other: CloudEvents 1.0 in Kafka's binary mode. */
@NullMarked
package dev.homeport.platform.event;

import org.jspecify.annotations.NullMarked;
