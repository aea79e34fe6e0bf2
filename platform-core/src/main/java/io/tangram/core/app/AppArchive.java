package io.tangram.core.app;

import io.tangram.core.metadata.Document;
import io.tangram.core.problem.ErrorCode;
import io.tangram.core.problem.ProblemException;
import io.tangram.core.problem.Violation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * An app's tree as a zip. The same tree is always the same bytes. What comes in from outside is
 * counted while it is unpacked and never touches a disk, so neither a path nor a bomb gets
 * anywhere.
 */
final class AppArchive {
  /** Of the archive as it is sent. */
  static final int MOST_PACKED = 20 << 20;

  static final int MOST_ENTRIES = 2_000;

  /** Of one file, and of all together, once unpacked. */
  static final int MOST_FILE = 8 << 20;

  static final int MOST_UNPACKED = 64 << 20;

  private static final FileTime EPOCH = FileTime.from(Instant.parse("1980-02-01T00:00:00Z"));

  private AppArchive() {}

  static byte[] pack(Collection<Document> documents) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      for (var document : documents) {
        var entry = new ZipArchiveEntry(document.path());
        entry.setTime(EPOCH);
        zip.putArchiveEntry(entry);
        zip.write(document.bytes());
        zip.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Path to bytes.
   *
   * @throws ProblemException {@code BODY_TOO_LARGE} for a bomb, {@code DOCUMENT_INVALID} for what
   *     is no zip, is encrypted, holds a link or the same path twice
   */
  static Map<String, byte[]> unpack(byte[] packed) {
    if (packed == null || packed.length == 0) {
      throw refused("", "archive.broken");
    }
    if (packed.length > MOST_PACKED) {
      throw ProblemException.of(ErrorCode.BODY_TOO_LARGE);
    }
    try (var zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
            .setIgnoreLocalFileHeader(false)
            .get()) {
      return files(zip);
    } catch (IOException | IllegalArgumentException e) {
      throw refused("", "archive.broken");
    }
  }

  private static Map<String, byte[]> files(ZipFile zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    var left = MOST_UNPACKED;
    var entries = Collections.list(zip.getEntries());
    if (entries.size() > MOST_ENTRIES) {
      throw ProblemException.of(ErrorCode.BODY_TOO_LARGE);
    }
    for (var entry : entries) {
      if (entry.isDirectory()) {
        continue;
      }
      var bytes = unpack(zip, entry, Math.min(left, MOST_FILE));
      left -= bytes.length;
      if (files.put(entry.getName(), bytes) != null) {
        throw refused(entry.getName(), "archive.doubled");
      }
    }
    return files;
  }

  private static byte[] unpack(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
    if (entry.isUnixSymlink() || !zip.canReadEntryData(entry)) {
      throw refused(entry.getName(), "archive.entry");
    }
    try (var stream = zip.getInputStream(entry)) {
      // what the entry says of its size is not believed
      var bytes = stream.readNBytes(most + 1);
      if (bytes.length > most) {
        throw ProblemException.of(ErrorCode.BODY_TOO_LARGE);
      }
      return bytes;
    }
  }

  private static ProblemException refused(String path, String code) {
    var shown = path.length() > 200 ? path.substring(0, 200) : path;
    return ProblemException.of(
        ErrorCode.DOCUMENT_INVALID, List.of(Violation.at(shown + "#", code, shown)));
  }
}
