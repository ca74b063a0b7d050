/**
 * Builds `src/offline/worker.ts` into `/sw.js`, after everything else: it names each file of the build,
 * so that a build that differs in anything is another worker.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const entry = fileURLToPath(new URL('../src/offline/worker.ts', import.meta.url));
const fixed = fileURLToPath(new URL('../public/', import.meta.url));

/** Fonts come slice by slice as they are read, and are kept then. */
const isShell = (name: string) =>
  !/\.(woff2?|map|html)$/.test(name) && !/^assets\/(ledger|offer)-/.test(name);

export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const digest = createHash('sha256');
        for (const [name, file] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
          digest.update(name).update(file.type === 'chunk' ? file.code : file.source);
        }
        const loose = readdirSync(fixed).sort();
        for (const name of loose) digest.update(name).update(readFileSync(fixed + name));
        const shell = ['/', ...[...Object.keys(bundle), ...loose].filter(isShell).map((name) => `/${name}`)];
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: await workerCode(digest.digest('hex').slice(0, 12), shell),
        });
      },
    },
  };
}

async function workerCode(version: string, shell: readonly string[]): Promise<string> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __BUILD__: JSON.stringify(version), __SHELL__: JSON.stringify(shell) },
    build: {
      write: false,
      target: 'es2023',
      rollupOptions: { input: entry, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output[0].code;
}
