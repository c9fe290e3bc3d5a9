package dev.homeport.system.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pages and pictures: well-formed, and with nothing in them that runs or is fetched. */
final class Markup {
  private static final Set<String> ACTIVE =
      Set.of("script", "foreignobject", "iframe", "object", "embed", "form");
  private static final Set<String> REFERRING =
      Set.of("href", "xlink:href", "src", "srcset", "action", "data", "poster", "background");
  private static final String XERCES = "http://apache.org/xml/features/nonvalidating/";

  private Markup() {}

  static List<String> faults(String root, String text) {
    Document document;
    try {
      document = parse(text);
    } catch (SAXException | IOException | ParserConfigurationException e) {
      return List.of("it is not well-formed: " + e.getMessage());
    }
    var faults = new ArrayList<String>();
    if (!document.getDocumentElement().getTagName().equals(root)) {
      faults.add("it is no " + root + " but " + document.getDocumentElement().getTagName());
    }
    NodeList elements = document.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      inspect((Element) elements.item(i), faults);
    }
    return faults;
  }

  private static void inspect(Element element, List<String> faults) {
    String name = element.getTagName().toLowerCase(Locale.ROOT);
    if (ACTIVE.contains(name)) {
      faults.add("it holds a " + name);
    }
    if (name.equals("style") && element.getTextContent().matches("(?s).*(url\\(|@import).*")) {
      faults.add("its style refers elsewhere");
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      String key = attribute.getName().toLowerCase(Locale.ROOT);
      String value = attribute.getValue();
      if (key.startsWith("on")) {
        faults.add(name + " does something: " + key);
      }
      if (REFERRING.contains(key) && !value.startsWith("#") && !value.startsWith("data:")) {
        faults.add(name + " refers elsewhere: " + value);
      }
      if (value.contains("url(") && !value.contains("url(#")) {
        faults.add(name + " refers elsewhere: " + value);
      }
    }
  }

  private static Document parse(String text)
      throws ParserConfigurationException, SAXException, IOException {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XERCES + "load-external-dtd", false);
    factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
    factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(text)));
  }
}
