/** The PostgreSQL that comes with the product, for those who bring none of their own. */
package io.tangram.core.postgres;
