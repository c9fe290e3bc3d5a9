package dev.homeport.analytics.report.rest;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page, read as XML. */
record Page(Document document) {
  private static final XPath PATHS = XPathFactory.newInstance().newXPath();

  static Page parse(String html) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return new Page(builder.parse(new InputSource(new StringReader(html))));
    } catch (Exception e) {
      throw new AssertionError("The page is not well-formed: " + e.getMessage() + "\n" + html, e);
    }
  }

  /** The elements that an XPath selects. */
  List<Element> all(String path) {
    try {
      var nodes = (NodeList) PATHS.evaluate(path, document, XPathConstants.NODESET);
      var elements = new ArrayList<Element>();
      for (int i = 0; i < nodes.getLength(); i++) {
        elements.add((Element) nodes.item(i));
      }
      return elements;
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }

  /** Their texts, without what surrounds them. */
  List<String> texts(String path) {
    return all(path).stream().map(element -> element.getTextContent().strip()).toList();
  }

  /** The exact numbers of the figures below what an XPath selects. */
  List<String> exact(String path) {
    return all(path + "//data").stream().map(data -> data.getAttribute("value")).toList();
  }

  /** The rows of the table beside a picture. */
  String table(String exhibit) {
    return "//table[@aria-labelledby='" + exhibit + "-heading']/tbody/tr";
  }
}
