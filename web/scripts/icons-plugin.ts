/** Draws the icons that devices want as PNG from our own SVG, when the application is built. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const plain = at('../public/icon.svg');
/** Fills its square, its sign inside the circle that every device leaves. */
const maskable = at('../icons/maskable.svg');

const icons: readonly { name: string; from: string; size: number }[] = [
  { name: 'icon-192', from: plain, size: 192 },
  { name: 'icon-512', from: plain, size: 512 },
  { name: 'maskable-512', from: maskable, size: 512 },
  { name: 'apple-180', from: maskable, size: 180 },
];

export function drawIcons(): Plugin {
  return {
    name: 'draw-icons',
    apply: 'build',
    generateBundle() {
      for (const { name, from, size } of icons) {
        const drawn = new Resvg(readFileSync(from, 'utf8'), { fitTo: { mode: 'width', value: size } });
        this.emitFile({ type: 'asset', fileName: `icons/${name}.png`, source: drawn.render().asPng() });
      }
    },
  };
}
