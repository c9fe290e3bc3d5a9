package dev.homeport.order.intake.rest;

/** What an import was submitted with. */
record ImportParameters(boolean backfill) {}
