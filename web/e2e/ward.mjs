/** A ward of its own for a flow that needs one: empty, at a name or a number, at another day if need be. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailTo } from './mail.mjs';

const { MACHIKADO_PROGRAM: program = '', MACHIKADO_MAIL: mail = '' } = process.env;

/** Browsers bind passkeys to `localhost`, and to no number. */
export async function openWard(host) {
  const data = mkdtempSync(join(tmpdir(), 'machikado-ward-'));
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const flags = [
    '--data',
    data,
    '--bind',
    `127.0.0.1:${port}`,
    '--public-url',
    url,
    '--smtp-url',
    `file:${mail}`,
  ];
  let server = null;
  const stop = () =>
    new Promise((ended) => {
      if (server === null) return ended();
      server.once('exit', ended);
      server.kill();
      server = null;
    });
  const ward = {
    url,
    staff: (...words) => execFileSync(program, ['staff', ...words, '--data', data]),
    /** Serves anew, so many days from now. */
    async serve(days = 0) {
      await stop();
      const env = days > 0 ? { ...process.env, ...clock(days) } : process.env;
      server = spawn(program, ['serve', ...flags], { stdio: ['ignore', 'pipe', 'ignore'], env });
      await new Promise((ready) => server.stdout.once('data', ready));
    },
    async close() {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
  await ward.serve();
  return ward;
}

/** What makes a program take a later day for today; its timers go on as they are. */
function clock(days) {
  const preload = execFileSync('faketime', ['-f', '+1d', 'printenv', 'LD_PRELOAD']).toString().trim();
  return { LD_PRELOAD: preload, FAKETIME: `+${days}d`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

function freePort() {
  const probe = createServer();
  return new Promise((found) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** The path of the newest link to one of a ward's pages in somebody's mails. */
export async function linkTo(ward, address, page) {
  const [found] = (await mailTo(address, `${ward.url}/${page}/`)).match(new RegExp(`/${page}/[0-9a-z]+`));
  return found;
}

/** A program that acts for somebody, signed in as a browser would be. */
export async function signedIn(ward, address) {
  const headers = { 'content-type': 'application/json' };
  const asked = await fetch(`${ward.url}/api/v1/account/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: address }),
  });
  const entered = await fetch(ward.url + (await linkTo(ward, address, 'account/enter')), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies(asked) },
  });
  const cookie = cookies(entered);
  return async (method, path, { body, version } = {}) => {
    const answer = await fetch(ward.url + path, {
      method,
      headers: { ...headers, cookie, ...(version ? { 'if-match': version } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return { version: answer.headers.get('etag'), body: await answer.json() };
  };
}

function cookies(answer) {
  const set = answer.headers.getSetCookie().map((text) => text.split(';')[0]);
  return set.filter((pair) => !pair.endsWith('=')).join('; ');
}
