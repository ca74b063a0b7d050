/** The mail that the server under test writes to the folder `MACHIKADO_MAIL`. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { url } from './browser.mjs';

const folder = process.env.MACHIKADO_MAIL ?? '';

/** The newest mail to an address that holds all these words, waited for. */
export async function mailTo(address, ...words) {
  for (let i = 0; i < 150; i += 1) {
    const found = readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => join(folder, name))
      .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
      .map((path) => readFileSync(path, 'utf8'))
      .filter((mail) => mail.includes(`To: ${address}`) && words.every((word) => mail.includes(word)));
    if (found.length > 0) return found.at(-1);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return assert.fail(`no mail to ${address}`);
}

/** The path of a link to one of our pages. */
export function linkIn(mail, path) {
  return mail.match(new RegExp(`${url}(/${path}/[0-9a-z]+)`))[1];
}
