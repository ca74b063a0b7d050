/**
 * Fails when the JavaScript beside the map's own libraries weighs too much, gzipped. Two budgets: what the first view
 * fetches before anything is asked for, and everything there is in one language, as a person reads one.
 * MapLibre is the `maplibre-*` chunk and its worker; drawing is `terra-draw-*`, fetched when somebody draws, and
 * `qr-*` makes QR codes, fetched when somebody asks for one; writing is
 * `writing-*`, fetched when somebody first writes to an owner or the ward, or looks at 借りたい cards; the planner's page
 * is `ledger-*`, that of landlords and moderators `offer-*`, each beside what it shares with the map.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const firstBudget = 75 * 1024;
const budget = 150 * 1024;
const drawingBudget = 60 * 1024;
const writingBudget = 20 * 1024;
const ledgerBudget = 25 * 1024;
const offerBudget = 40 * 1024;
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const assets = `${dist}assets/`;
const weigh = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(assets + name)).length, 0);

const scripts = readdirSync(assets).filter((name) => /\.m?js$/.test(name));
const isMapLibre = (name) => name.startsWith('maplibre');
const isDrawing = (name) => name.startsWith('terra-draw') || name.startsWith('qr-');
const isWriting = (name) => name.startsWith('writing-');
const isLedger = (name) => name.startsWith('ledger-');
const isOffer = (name) => name.startsWith('offer-');
const apart = [isMapLibre, isDrawing, isWriting, isLedger, isOffer];
const others = scripts.filter((name) => !apart.some((is) => is(name)));

// Each language's words are chunks named by it; Japanese comes with every part.
const inOneLanguage = (names) => {
  const languages = ['en', 'easy'].map((language) =>
    weigh(names.filter((name) => new RegExp(`^(writing-|ledger-|offer-)?${language}-`).test(name))),
  );
  return weigh(names) - languages.reduce((sum, size) => sum + size, 0) + Math.max(...languages);
};
const own = inOneLanguage(others);

const named = readFileSync(`${dist}index.html`, 'utf8').matchAll(/(?:src|href)="\/assets\/([^"]+\.m?js)"/g);
const first = weigh([...named].map(([, name]) => name).filter((name) => others.includes(name)));
const drawing = weigh(scripts.filter(isDrawing));
const writing = inOneLanguage(scripts.filter(isWriting));
const ledger = inOneLanguage(scripts.filter(isLedger));
const offer = inOneLanguage(scripts.filter(isOffer));
const mapLibre = weigh(scripts.filter(isMapLibre));
const styles = weigh(readdirSync(assets).filter((name) => name.endsWith('.css')));
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

console.log(`JavaScript of the first view: ${kilobytes(first)} gzipped (budget ${kilobytes(firstBudget)})`);
console.log(
  `All of it in one language: ${kilobytes(own)} (budget ${kilobytes(budget)}); in all three ${kilobytes(weigh(others))}`,
);
console.log(
  `Drawing and QR codes, when asked for: ${kilobytes(drawing)} (budget ${kilobytes(drawingBudget)})`,
);
console.log(`Writing, when asked for: ${kilobytes(writing)} (budget ${kilobytes(writingBudget)})`);
console.log(`The planner's page: ${kilobytes(ledger)} (budget ${kilobytes(ledgerBudget)})`);
console.log(`Offering and reviewing: ${kilobytes(offer)} (budget ${kilobytes(offerBudget)})`);
console.log(`MapLibre and its worker: ${kilobytes(mapLibre)}; styles: ${kilobytes(styles)}`);
const over = [
  own > budget,
  first > firstBudget,
  drawing > drawingBudget,
  writing > writingBudget,
  ledger > ledgerBudget,
  offer > offerBudget,
];
if (over.includes(true)) {
  console.error('over budget');
  process.exit(1);
}
