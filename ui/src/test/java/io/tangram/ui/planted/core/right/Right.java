package io.tangram.ui.planted.core.right;

import io.tangram.ui.planted.core.left.Left;

/** Planted: the other half of the cycle. */
public record Right(Left left) {}
