package dev.homeport.analytics.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture, read back. */
record Drawn(Picture picture, Element svg) {

  static Drawn of(Picture picture) {
    return new Drawn(picture, parse(picture.element("some-picture")));
  }

  static Element parse(String xml) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("Not well-formed: " + e.getMessage() + "\n" + xml, e);
    }
  }

  List<Element> all(String name) {
    NodeList nodes = svg.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  List<String> texts() {
    return all("text").stream().map(Element::getTextContent).toList();
  }

  List<String> hints() {
    return all("title").stream().skip(1).map(Element::getTextContent).toList();
  }

  static double number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  /** Nothing stands outside of the picture, and no text on another. */
  void isTidy() {
    List<double[]> boxes = all("text").stream().map(Drawn::box).toList();
    List<String> texts = texts();
    var untidy = new ArrayList<String>();
    for (int i = 0; i < boxes.size(); i++) {
      double[] a = boxes.get(i);
      if (a[0] < -0.5 || a[2] > picture.width() + 0.5 || a[1] < -1 || a[3] > picture.height()) {
        untidy.add(texts.get(i) + " leaves the picture");
      }
      for (int j = 0; j < i; j++) {
        double[] b = boxes.get(j);
        if (a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]) {
          untidy.add(texts.get(i) + " meets " + texts.get(j));
        }
      }
    }
    for (Element rect : all("rect")) {
      double x = number(rect, "x");
      double y = number(rect, "y");
      double width = number(rect, "width");
      double height = number(rect, "height");
      if (Math.min(Math.min(x, y), Math.min(width, height)) < -0.01
          || x + width > picture.width() + 0.01
          || y + height > picture.height() + 0.01) {
        untidy.add("%s %s %s %s leaves the picture".formatted(x, y, width, height));
      }
    }
    assertThat(untidy).isEmpty();
  }

  /** Left, top, right and bottom of the letters. */
  private static double[] box(Element text) {
    double size = number(text, "font-size");
    boolean bold = text.hasAttribute("font-weight");
    double width =
        bold
            ? Type.boldWidth(text.getTextContent(), size)
            : Type.width(text.getTextContent(), size);
    double x = number(text, "x");
    double y = number(text, "y");
    double before =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> width / 2;
          case "end" -> width;
          default -> 0;
        };
    double up = 0.72 * size;
    return text.hasAttribute("transform")
        ? new double[] {x - up, y - width + before, x, y + before}
        : new double[] {x - before, y - up, x - before + width, y};
  }
}
