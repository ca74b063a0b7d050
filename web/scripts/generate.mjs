/**
 * Writes `src/api/schema.d.ts` from `openapi.json` (printed by `machikado openapi`).
 * With `--check` it changes nothing and fails when the written file is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const document = new URL('../openapi.json', import.meta.url);
const target = fileURLToPath(new URL('../src/api/schema.d.ts', import.meta.url));
const heading = '// Generated from openapi.json by `npm run generate`; do not edit.\n\n';

// A GeoJSON feature's member named `properties` confuses the document's writer, which puts a list where a
// schema belongs; leave such lists out.
const api = JSON.parse(readFileSync(document, 'utf8'));
for (const schema of Object.values(api.components.schemas)) {
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (Array.isArray(member)) delete schema.properties[name];
  }
}

const fresh = heading + astToString(await openapiTS(api));
const written = existsSync(target) ? readFileSync(target, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (fresh !== written) {
    console.error('src/api/schema.d.ts is stale: run `npm run generate` in web/ and commit the result');
    process.exit(1);
  }
} else if (fresh !== written) {
  writeFileSync(target, fresh);
}
