package io.tangram.template;

import java.util.List;

/** Where templates come from. All sources are asked; found by CDI. */
public interface TemplateSource {
  List<Template> templates();
}
