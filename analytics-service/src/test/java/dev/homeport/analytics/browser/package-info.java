/** A real browser for tests of pages. */
package dev.homeport.analytics.browser;
