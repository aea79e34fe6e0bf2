package io.tangram.core.file;

import io.tangram.core.access.Actor;

/** Knows who may read a field of a record, and with it the files that stand in it. */
public interface FileReaders {
  boolean mayRead(StoredFile.Place place, Actor actor);
}
