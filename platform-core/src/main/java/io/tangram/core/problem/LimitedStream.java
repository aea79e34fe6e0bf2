package io.tangram.core.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets so many bytes pass and refuses the next one; refuses a body without any, too. */
final class LimitedStream extends FilterInputStream {
  /** So much more is read and thrown away, or the sender would never come to read the answer. */
  private static final long POLITENESS = 32L << 20;

  private final long limit;
  private long seen;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    var count = read(one, 0, 1);
    return count < 0 ? count : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = super.read(buffer, offset, length);
    if (count < 0 && seen == 0) {
      throw ProblemException.of(ErrorCode.JSON_BROKEN); // the reader would make a null of it
    }
    seen += Math.max(count, 0);
    if (seen > limit) {
      in.skip(POLITENESS);
      throw ProblemException.of(ErrorCode.BODY_TOO_LARGE);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
