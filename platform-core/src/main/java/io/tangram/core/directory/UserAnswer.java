package io.tangram.core.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A person as they are answered. Members see id, name and posts; the rest is for the person and
 * their administrators and absent otherwise.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserAnswer(
    UUID id,
    String username,
    String name,
    Boolean active,
    String locale,
    List<UUID> administers,
    List<PostAnswer> posts) {

  /** One post; {@code from} and {@code until} are the first and last day, absent when open. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PostAnswer(
      UUID id,
      UUID unit,
      String unitName,
      UUID company,
      String companyName,
      String position,
      boolean leader,
      LocalDate from,
      LocalDate until) {}
}
