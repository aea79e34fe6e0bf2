/**
 * A formula tried out over HTTP, with values of the caller's. It stands above people and formulas
 * and nothing stands on it.
 */
package io.tangram.core.calculator;
