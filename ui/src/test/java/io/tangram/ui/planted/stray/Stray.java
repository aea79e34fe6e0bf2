package io.tangram.ui.planted.stray;

/** Planted: a class in no room. */
public final class Stray {}
