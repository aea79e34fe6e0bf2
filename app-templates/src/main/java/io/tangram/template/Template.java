package io.tangram.template;

import io.tangram.core.metadata.AppTree;
import io.tangram.core.metadata.Label;
import java.util.Optional;

/**
 * An app that anybody may install: a folder of documents in which not one line is program.
 *
 * @param version of the folder, by which an upgrade knows that there is something newer
 * @param help what it is for, in a sentence
 */
public record Template(
    String key,
    Label label,
    Optional<String> icon,
    String version,
    Optional<Label> help,
    AppTree tree) {}
