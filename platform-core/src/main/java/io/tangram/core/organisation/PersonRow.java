package io.tangram.core.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.UUID;

/** A row of {@code person}, for writing; the outside sees {@link Person}. */
@Entity
@Table(name = "person")
class PersonRow {
  @Id UUID id;
  String username;
  String name;
  String search;
  String locale;
  boolean active;

  void call(String newUsername, String newName) {
    username = newUsername;
    name = newName;
    search = (newName + " " + newUsername).toLowerCase(Locale.ROOT);
  }
}
