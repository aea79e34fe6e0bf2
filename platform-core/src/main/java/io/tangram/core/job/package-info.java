/** Work that goes on after a publish, batch by batch, on whichever node is free. */
package io.tangram.core.job;
