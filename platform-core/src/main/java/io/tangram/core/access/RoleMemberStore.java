package io.tangram.core.access;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Reads and replaces the named members of permission groups. It never judges who may do so. */
@Singleton
class RoleMemberStore {
  private static final String READ = "select role, kind, member from role_member where app = ?";
  private static final String CLEAR = "delete from role_member where app = ? and role = ?";
  private static final String ADD =
      """
      insert into role_member (app, role, kind, member)
      select ?, ?, kind, member from unnest(?::text[], ?::text[]) as named (kind, member)\
      """;

  private final DataSource dataSource;

  RoleMemberStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Member to the groups that name it, for one app. */
  Map<RoleMember, Set<String>> groups(String app) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(READ)) {
      statement.setString(1, app);
      try (var row = statement.executeQuery()) {
        var groups = new HashMap<RoleMember, Set<String>>();
        while (row.next()) {
          var kind = RoleMember.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
          groups
              .computeIfAbsent(new RoleMember(kind, row.getString("member")), m -> new HashSet<>())
              .add(row.getString("role"));
        }
        return groups;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("members of permission groups could not be read", e);
    }
  }

  List<RoleMember> members(String app, String role) {
    var members = new ArrayList<RoleMember>();
    groups(app)
        .forEach(
            (member, roles) -> {
              if (roles.contains(role)) {
                members.add(member);
              }
            });
    members.sort(java.util.Comparator.comparing(RoleMember::kind).thenComparing(RoleMember::id));
    return members;
  }

  void replace(String app, String role, Set<RoleMember> members) {
    try (var connection = dataSource.getConnection();
        var clear = connection.prepareStatement(CLEAR);
        var add = connection.prepareStatement(ADD)) {
      clear.setString(1, app);
      clear.setString(2, role);
      clear.executeUpdate();
      add.setString(1, app);
      add.setString(2, role);
      add.setArray(3, words(connection, members.stream().map(m -> m.kind().word()).toArray()));
      add.setArray(4, words(connection, members.stream().map(RoleMember::id).toArray()));
      add.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("members of a permission group could not be written", e);
    }
  }

  private static java.sql.Array words(java.sql.Connection connection, Object[] words)
      throws SQLException {
    return connection.createArrayOf("text", words);
  }
}
