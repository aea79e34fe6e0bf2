package io.tangram.core.file;

import io.tangram.core.access.Actor;
import io.tangram.core.metadata.Ids;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes files in, gives them out to whoever may read them, and ties them to records. It never looks
 * inside a file.
 */
@ApplicationScoped
public class Files {
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,100}");
  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"<>|?*]");
  private static final int LONGEST_NAME = 200;

  private final FileRows rows;
  private final FileStore store;
  private final FileReaders readers;

  Files(FileRows rows, FileStore store, FileReaders readers) {
    this.rows = rows;
    this.store = store;
    this.readers = readers;
  }

  /**
   * Keeps an upload for its uploader.
   *
   * @param size in bytes, as received
   */
  @Transactional(rollbackOn = IOException.class)
  public StoredFile add(String name, String type, long size, InputStream bytes, Actor actor)
      throws IOException {
    var file =
        new StoredFile(
            Ids.next(), tidy(name), mediaType(type), size, actor.person(), Optional.empty());
    rows.add(file);
    store.put(file.id(), bytes);
    return file;
  }

  /**
   * A file the actor may read.
   *
   * @throws ProblemException {@code NOT_FOUND} when there is none, or it is not theirs to read
   */
  public StoredFile get(UUID id, Actor actor) {
    return Optional.ofNullable(rows.find(java.util.List.of(id)).get(id))
        .filter(file -> readable(file, actor))
        .orElseThrow(() -> ProblemException.of(ErrorCode.NOT_FOUND));
  }

  private boolean readable(StoredFile file, Actor actor) {
    return file.place()
        .map(place -> readers.mayRead(place, actor))
        .orElseGet(() -> file.uploader().equals(actor.person()));
  }

  /** Writes the bytes of a file that {@link #get} has given. */
  public void copy(StoredFile file, OutputStream out) throws IOException {
    store.copy(file.id(), out);
  }

  /** Those of the ids that are files, whoever may read them. One statement. */
  public Map<UUID, StoredFile> find(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : rows.find(ids);
  }

  /**
   * Ties files to a field of a record, in the caller's transaction.
   *
   * @throws ProblemException {@code STATE_CONFLICT} when another record has taken one meanwhile
   */
  public void attach(Collection<UUID> ids, StoredFile.Place place) {
    if (!ids.isEmpty() && rows.attach(ids, place) != ids.size()) {
      throw ProblemException.of(ErrorCode.STATE_CONFLICT);
    }
  }

  private static String tidy(String name) {
    var base =
        name == null
            ? ""
            : name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
    var clean = UNWANTED.matcher(base).replaceAll("").strip();
    if (clean.isEmpty()) {
      return "file";
    }
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }

  private static String mediaType(String type) {
    var plain =
        type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    return MEDIA_TYPE.matcher(plain).matches() ? plain : "application/octet-stream";
  }
}
