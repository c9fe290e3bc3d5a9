/**
 * Small pictures as SVG: heat maps, bars and lines, without scripts or anything from elsewhere.
 * They read on a phone, print well, follow a dark or light screen, and tell their colours apart for
 * the colour-blind; every value is written out or said in a hint. Plain Java.
 */
@NullMarked
package dev.homeport.analytics.chart;

import org.jspecify.annotations.NullMarked;
