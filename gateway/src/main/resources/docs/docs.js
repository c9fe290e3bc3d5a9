"use strict";

window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    filter: true,
    showCommonExtensions: true,
    // Nothing is asked of anybody else, and nothing is kept.
    validatorUrl: null,
    persistAuthorization: false,
  });
});
