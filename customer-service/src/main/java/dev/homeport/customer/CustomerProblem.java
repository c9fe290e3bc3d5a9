package dev.homeport.customer;

import dev.homeport.platform.problem.ProblemCode;
import java.util.Locale;

/** The codes that only this service answers. */
public enum CustomerProblem implements ProblemCode {
  INVALID_EMAIL(422, "The text cannot be an e-mail address"),
  INVALID_PHONE(422, "The text cannot be a telephone number"),
  INVALID_ADDRESS(422, "The address names no place but a country"),
  UNKNOWN_COUNTRY(422, "The country is not a known code"),
  INVALID_NAME(422, "The name has no letter in it"),
  INVALID_LANGUAGE(422, "The language is not a BCP 47 tag"),
  UNKNOWN_TIME_ZONE(422, "The time zone is not in the IANA database"),
  INVALID_BIRTHDAY(422, "There is no such day, or it has not come yet"),
  RESERVED_CHANNEL(422, "The channel belongs to Homeport itself"),
  IDENTITY_BELONGS_TO_ANOTHER_CUSTOMER(409, "The identity belongs to another customer"),
  MERGE_WITH_ITSELF(422, "A customer cannot be merged with itself"),
  CUSTOMER_ERASED(422, "The person was erased and is not to come back"),
  UNKNOWN_CUSTOMER(422, "The tenant has no such customer"),
  REVERSAL_AFTER_ERASURE(422, "The person was erased since the merge"),
  ALREADY_MERGED(409, "The customer was merged before"),
  MERGE_ALREADY_REVERSED(409, "The merge was reversed before"),
  CANDIDATE_ALREADY_DECIDED(409, "Somebody has decided about the candidate"),
  CANDIDATE_OUTDATED(409, "One of the customers has been merged meanwhile"),
  UNKNOWN_CLAIM_CODE(422, "There is no such claim code"),
  CLAIM_CODE_EXPIRED(422, "The claim code has expired"),
  CLAIM_CODE_REDEEMED(409, "The claim code was redeemed before"),
  NOT_ANSWERED_YET(409, "Not every service has answered yet"),
  PURPOSE_EXISTS(409, "The purpose has been declared"),
  UNKNOWN_PURPOSE(422, "The purpose has not been declared"),
  BATCH_NOT_APPLIED(424, "Another item of the batch was refused, so nothing was applied"),
  ATTRIBUTE_EXISTS(409, "The attribute has been declared"),
  CSV_UNREADABLE(422, "The CSV cannot be read"),
  UNKNOWN_ATTRIBUTE(422, "The attribute has not been declared"),
  INVALID_ATTRIBUTE(422, "The attribute is of another type");

  private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final int status;
  private final String title;

  CustomerProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
