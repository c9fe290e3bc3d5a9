"use strict";

window.addEventListener("load", () => {
  SwaggerUIBundle({
    url: "/openapi.json",
    dom_id: "#api",
    deepLinking: true,
    docExpansion: window.matchMedia("(max-width: 640px)").matches ? "none" : "list",
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    filter: true,
    showCommonExtensions: true,
    // Nothing is asked of anybody else, and nothing is kept.
    validatorUrl: null,
    persistAuthorization: false,
  });
});
