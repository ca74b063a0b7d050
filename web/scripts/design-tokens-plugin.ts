/**
 * Gives the map style the colours of the Digital Agency's design system by name, without shipping
 * the whole token file: `import { colours } from 'virtual:design-tokens'`.
 */
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

interface Token {
  $value: string;
}
type Tree = { [key: string]: Tree | Token };

const virtualId = 'virtual:design-tokens';

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, node]) => {
    const name = prefix === '' ? kebab(key) : `${prefix}-${kebab(key)}`;
    return typeof node.$value === 'string'
      ? [[name, node.$value] as [string, string]]
      : flatten(node as Tree, name);
  });
}

function kebab(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

export function designTokens(): Plugin {
  return {
    name: 'design-tokens',
    resolveId: (id) => (id === virtualId ? `\0${virtualId}` : undefined),
    load(id) {
      if (id !== `\0${virtualId}`) return undefined;
      const tokens = createRequire(import.meta.url)('@digital-go-jp/design-tokens') as { Color: Tree };
      const named = [
        ...flatten(tokens.Color.Primitive as Tree, ''),
        ...flatten(tokens.Color.Neutral as Tree, ''),
      ];
      return `export const colours = ${JSON.stringify(Object.fromEntries(named))};`;
    },
  };
}
