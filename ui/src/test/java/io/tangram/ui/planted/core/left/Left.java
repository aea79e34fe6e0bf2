package io.tangram.ui.planted.core.left;

import io.tangram.ui.planted.core.right.Right;
import io.tangram.ui.planted.ui.Street;

/** Planted: one half of a cycle, and a step up. */
public record Left(Right right, Street street) {}
