/** Codes that go into parcels: who has one is the buyer of the parcel. */
@NullMarked
package dev.homeport.customer.claim;

import org.jspecify.annotations.NullMarked;
