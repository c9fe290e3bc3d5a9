package dev.homeport.customer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenApiContractTest {
  private static final String DOCUMENT =
      """
      paths:
        /things:
          post:
            parameters:
              - {name: limit, in: query, required: false, schema: {type: integer}}
            requestBody:
              content:
                application/json: {schema: {$ref: '#/components/schemas/Thing'}}
            responses:
              '201':
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Things'}}
              '404': {description: none}
      components:
        schemas:
          Thing:
            type: object
            required: [name]
            properties: {name: {type: string}, size: {type: integer}}
          Things:
            type: array
            items: {$ref: '#/components/schemas/Thing'}
      """;

  @Test
  void theSameDocumentBreaksNothing() throws IOException {
    assertThat(OpenApiContract.breaks(DOCUMENT, DOCUMENT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/things: | /stuff: | post /things: is gone",
        "post: | put: | post /things: is gone",
        "'404': | '410': | post /things 404: is gone",
        "application/json: {schema: {$ref: '#/components/schemas/Things'}} | text/plain: {} "
            + "| post /things 201 application/json: is gone",
        "size: {type: integer} | weight: {type: integer} | post /things request/size: is gone",
        "size: {type: integer} | size: {type: string} | post /things request/size: the type",
        "[name] | [name, size] | post /things request/size: is now required",
        "name: limit | name: most | post /things parameter limit: is gone",
        "required: false | required: true | post /things parameter limit: is now required",
        "schema: {type: integer} | schema: {type: string} | post /things parameter limit: the type",
        "type: array | type: object | post /things 201: the type"
      })
  void aBreakIsFound(String was, String now, String found) throws IOException {
    var breaks = OpenApiContract.breaks(DOCUMENT, DOCUMENT.replace(was, now));

    assertThat(breaks).anySatisfy(text -> assertThat(text).startsWith(found));
  }

  @ParameterizedTest
  @MethodSource
  void anAdditionIsNone(String was, String now) throws IOException {
    assertThat(OpenApiContract.breaks(DOCUMENT, DOCUMENT.replace(was, now))).isEmpty();
  }

  private static Stream<Arguments> anAdditionIsNone() {
    return Stream.of(
        Arguments.of("size: {type: integer}", "size: {type: integer}, colour: {type: string}"),
        Arguments.of("[name]", "[]"),
        Arguments.of("'404': {description: none}", "'404': {}\n        '409': {}"),
        Arguments.of("paths:", "paths:\n  /more: {get: {responses: {}}}"));
  }
}
