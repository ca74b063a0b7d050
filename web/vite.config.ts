import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { designTokens } from './scripts/design-tokens-plugin.ts';
import { drawIcons } from './scripts/icons-plugin.ts';
import { preloadMap } from './scripts/preload-map-plugin.ts';
import { serviceWorker } from './scripts/service-worker-plugin.ts';

const server = process.env.MACHIKADO_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte(), designTokens(), preloadMap(), drawIcons(), serviceWorker()],
  build: {
    target: 'es2023',
    // A strict content policy serves files, never data: URIs.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      // Founders, planners and landlords have a page each: the map, the ledger, and offering.
      input: ['index.html', 'ledger.html', 'offer.html'],
      output: {
        // Told apart by what they are for: `scripts/size.mjs` weighs them so.
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => /\/src\/(write|wanted)\//.test(id))
            ? 'assets/writing-[name]-[hash].js'
            : moduleIds.some((id) => /\/src\/ledger\//.test(id))
              ? 'assets/ledger-[name]-[hash].js'
              : moduleIds.some((id) => /\/src\/offer\//.test(id))
                ? 'assets/offer-[name]-[hash].js'
                : 'assets/[name]-[hash].js',
        manualChunks: (id: string) =>
          id.includes('terra-draw') ? 'terra-draw' : id.includes('maplibre-gl') ? 'maplibre' : undefined,
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/account', '/api', '/tiles', '/photos', '/healthz', '/readyz'].map((path) => [
        path,
        { target: server },
      ]),
    ),
  },
  test: { include: ['src/**/*.test.ts'] },
});
