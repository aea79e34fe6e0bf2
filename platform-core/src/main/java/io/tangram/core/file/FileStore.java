package io.tangram.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/**
 * Keeps the bytes of files. The default keeps them in PostgreSQL, so that a backup of the database
 * is a backup of everything.
 */
public interface FileStore {
  /** Reads the stream to its end and keeps it, in the caller's transaction. */
  void put(UUID id, InputStream bytes) throws IOException;

  /** Writes the bytes out, a piece at a time; holds no connection while the receiver is slow. */
  void copy(UUID id, OutputStream out) throws IOException;
}
