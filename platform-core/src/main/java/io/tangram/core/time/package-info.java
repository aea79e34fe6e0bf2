/** The clock that everything reads, so that a test may set it. */
package io.tangram.core.time;
