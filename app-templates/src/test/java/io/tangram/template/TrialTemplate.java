package io.tangram.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tangram.core.metadata.AppTree;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A template whose version these tests choose. */
@Singleton
public class TrialTemplate implements TemplateSource {
  volatile int version = 1;
  volatile String sample = "";

  @Override
  public List<Template> templates() {
    return List.of(TemplateReader.read(tree()));
  }

  private AppTree tree() {
    var later = version > 1;
    Map<String, byte[]> files = new HashMap<>();
    put(
        files,
        "app.json",
        "{'format':'app/1','key':'trial','label':'试用','version':'%d.0.0'}".formatted(version));
    put(
        files,
        "tables/order.json",
        """
        {'format':'table/1','label':'%s','title':'name','fields':[
          {'key':'name','label':'名称','type':'text','required':true%s},
          {'key':'done','label':'完成','type':'switch'},
          {'key':'tags','label':'标签','type':'multiselect','options':['a','b']},
          {'key':'span','label':'起止','type':'daterange'},
          {'key':'lines','label':'明细','type':'subtable','fields':[
            {'key':'item','label':'物品','type':'text'},{'key':'price','label':'单价','type':'number','scale':2}]}%s],
         'lifecycle':{'states':['open','closed']}}
        """
            .formatted(
                later ? "订单（新）" : "订单",
                later ? ",'help':'写全称'" : "",
                later ? ",{'key':'later','label':'后来','type':'text'}" : ""));
    put(
        files,
        "forms/order.json",
        "{'format':'form/1','label':'开单','table':'order','layout':["
            + "{'key':'g','type':'group','label':'组','items':['name'%s]}]}"
                .formatted(later ? ",'later'" : ""));
    put(
        files,
        "roles/all.json",
        "{'format':'role/1','label':'所有人','members':{'unit':'organisation'},"
            + "'grants':[{'key':'o','table':'order','may':['read','create'],'rows':'all'}]}");
    if (!sample.isEmpty()) {
      files.put("sample/order.csv", sample.getBytes(UTF_8));
    }
    return AppTree.of(files);
  }

  private static void put(Map<String, byte[]> files, String path, String json) {
    files.put(path, json.replace('\'', '"').getBytes(UTF_8));
  }
}
