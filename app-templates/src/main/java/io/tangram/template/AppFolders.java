package io.tangram.template;

import io.tangram.core.metadata.AppTree;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The templates that come with the product: the folders under {@code apps/} of this module. */
@Singleton
final class AppFolders implements TemplateSource {
  // a folder of a jar cannot be asked for, so a file in it is
  private static final String MARK = "/apps/README.md";

  private List<Template> read;

  @Override
  public synchronized List<Template> templates() {
    if (read == null) {
      read = read();
    }
    return read;
  }

  private static List<Template> read() {
    try {
      var mark = AppFolders.class.getResource(MARK).toURI();
      if (!mark.getScheme().equals("jar")) {
        return folders(Path.of(mark).getParent());
      }
      try (var jar = FileSystems.newFileSystem(archive(mark), (ClassLoader) null)) {
        return folders(jar.getPath("/apps"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path has no address", e);
    }
  }

  private static Path archive(URI inside) {
    var address = inside.toString();
    return Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
  }

  private static List<Template> folders(Path apps) throws IOException {
    var templates = new ArrayList<Template>();
    try (var folders = Files.list(apps)) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        templates.add(TemplateReader.read(AppTree.of(files(folder))));
      }
    }
    return templates;
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var walk = Files.walk(folder)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        var path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.equals("README.md")) { // for who reads the sources
          files.put(path, Files.readAllBytes(file));
        }
      }
    }
    return files;
  }
}
