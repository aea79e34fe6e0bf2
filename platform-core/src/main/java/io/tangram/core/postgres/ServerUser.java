package io.tangram.core.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root either steps into a user namespace of
 * its own, where it is nobody but still owns its files, or hands the folder to {@code nobody}.
 *
 * @param prefix what stands before each command
 * @param owner name of the user who owns the files
 */
record ServerUser(List<String> prefix, String owner) {
  private static final String NOBODY = "nobody";

  static ServerUser choose() {
    var me = System.getProperty("user.name");
    if (!"root".equals(me)) {
      return new ServerUser(List.of(), me);
    }
    var candidates =
        List.of(
            new ServerUser(List.of("unshare", "-U"), me),
            new ServerUser(List.of("runuser", "-u", NOBODY, "--"), NOBODY));
    return candidates.stream()
        .filter(ServerUser::works)
        .findFirst()
        .orElseThrow(
            () ->
                new PostgresFailure(
                    "PostgreSQL does not run as root, and neither unshare nor runuser works here."
                        + " Start Tangram as another user, or set QUARKUS_DATASOURCE_JDBC_URL."));
  }

  private boolean works() {
    return Command.of(this, "id", "-u").run().succeeded();
  }

  /** Makes this user the owner of all that lies under a path; cheap when it already is. */
  void own(Path path) {
    try {
      if (Files.exists(path) && !Files.getOwner(path).getName().equals(owner)) {
        Files.walkFileTree(path, new Handover(principal(path)));
      }
    } catch (IOException e) {
      throw new PostgresFailure("Cannot hand " + path + " to the user " + owner, e);
    }
  }

  private UserPrincipal principal(Path path) throws IOException {
    return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
  }

  private static final class Handover extends SimpleFileVisitor<Path> {
    private final UserPrincipal owner;

    Handover(UserPrincipal owner) {
      this.owner = owner;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      return give(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException error) {
      return give(folder); // last, so that an interrupted walk is begun again
    }

    private FileVisitResult give(Path path) {
      try {
        Files.setOwner(path, owner);
        return FileVisitResult.CONTINUE;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
