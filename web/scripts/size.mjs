/**
 * Fails when the JavaScript beside MapLibre weighs more than the budget, gzipped.
 * MapLibre itself is the `maplibre-*` chunk and its worker; languages not shown first count as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const budget = 150 * 1024;
const assets = fileURLToPath(new URL('../dist/assets/', import.meta.url));
const weigh = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(assets + name)).length, 0);

const scripts = readdirSync(assets).filter((name) => /\.m?js$/.test(name));
const isMapLibre = (name) => name.startsWith('maplibre');
const own = weigh(scripts.filter((name) => !isMapLibre(name)));
const mapLibre = weigh(scripts.filter(isMapLibre));
const styles = weigh(readdirSync(assets).filter((name) => name.endsWith('.css')));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

console.log(`JavaScript beside MapLibre: ${kilobytes(own)} gzipped (budget ${kilobytes(budget)})`);
console.log(`MapLibre and its worker: ${kilobytes(mapLibre)}; styles: ${kilobytes(styles)}`);
if (own > budget) {
  console.error('over budget');
  process.exit(1);
}
