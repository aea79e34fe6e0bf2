/** Tables: what their documents say, and how the database follows them. */
package io.tangram.core.schema;
