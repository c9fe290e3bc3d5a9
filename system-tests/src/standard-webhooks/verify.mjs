// Reads {secret, headers, body} and says whether the library takes the request for ours.
import { readFileSync } from "node:fs";
import standardwebhooks from "standardwebhooks";

const { secret, headers, body } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const event = new standardwebhooks.Webhook(secret).verify(body, headers);
console.log("verified " + event.id);
