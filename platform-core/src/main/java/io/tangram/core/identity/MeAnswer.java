package io.tangram.core.identity;

import java.util.List;
import java.util.UUID;

/**
 * Who is signed in, as the browser needs it at its start.
 *
 * @param post the post this session acts in; null without one
 * @param mayCreateApps whether they administer the organisation or a part of it
 */
record MeAnswer(
    UUID id,
    String username,
    String name,
    String locale,
    boolean administrator,
    UUID post,
    List<PostAnswer> posts,
    UUID company,
    UUID department,
    OrganisationAnswer organisation,
    boolean mayCreateApps) {

  record PostAnswer(
      UUID id,
      UUID unit,
      String unitName,
      UUID company,
      String companyName,
      String position,
      boolean leader) {}

  record OrganisationAnswer(String name, String zone) {}
}
