import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { expect, it } from 'vitest';
import { tileLayers } from './layers';

const definitions = new URL('../../../tiles/layers.toml', import.meta.url);

it.skipIf(!existsSync(definitions))('every layer and field used here is defined in tiles/layers.toml', () => {
  const toml = parse(readFileSync(definitions, 'utf8'));
  for (const [layer, fields] of Object.entries(tileLayers)) {
    const defined = JSON.stringify(layerOf(toml, layer));
    expect(defined, layer).toBeDefined();
    for (const field of fields) expect(defined, `${layer}.${field}`).toContain(`"${field}"`);
  }
});

/** A layer's table, whether the file lists layers by name or as an array. */
function layerOf(toml: Record<string, unknown>, name: string): unknown {
  const layers = toml.layers ?? toml.layer ?? toml;
  return Array.isArray(layers)
    ? layers.find((layer) => layer.id === name || layer.name === name)
    : (layers as Record<string, unknown>)[name];
}
