/** A door before the server that can be shut, and behind which a newer build can be put. */
import http from 'node:http';
import { url } from './browser.mjs';

export async function frontDoor() {
  const server = new URL(url);
  const state = { shut: false, build: null };
  const front = http.createServer((asked, answer) => {
    if (state.shut) {
      asked.socket.destroy();
      return;
    }
    // The browser's own names of what it holds would hide that the build is another one.
    const { 'if-none-match': tag, 'accept-encoding': packing, ...headers } = asked.headers;
    const touched = state.build !== null && ['/', '/sw.js'].includes(asked.url.split('?')[0]);
    const kept = touched ? headers : asked.headers;
    const passed = http.request(
      { host: server.hostname, port: server.port, path: asked.url, method: asked.method, headers: kept },
      (got) => {
        if (!touched) {
          answer.writeHead(got.statusCode, got.headers);
          got.pipe(answer);
          return;
        }
        let text = '';
        got.setEncoding('utf8');
        got.on('data', (part) => {
          text += part;
        });
        got.on('end', () => {
          const { 'content-length': length, etag, ...told } = got.headers;
          answer.writeHead(got.statusCode, told);
          answer.end(renamed(asked.url, text, state.build));
        });
      },
    );
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise((ready) => front.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${front.address().port}`,
    shut: () => {
      state.shut = true;
      front.closeAllConnections();
    },
    open: () => {
      state.shut = false;
    },
    /** From now on the server seems to have been built anew. */
    rebuild: (name) => {
      state.build = name;
    },
    close: () => {
      front.closeAllConnections();
      return new Promise((closed) => front.close(closed));
    },
  };
}

function renamed(path, text, build) {
  return path.startsWith('/sw.js')
    ? text.replace(/`[0-9a-f]{12}`/, `\`${build}\``)
    : text.replace('<div id="app">', `<div id="app" data-build="${build}">`);
}
