/** Land as the map shows it, for legends and bars: the same colours and the same patterns, in CSS. */
import type { Scheme } from '../map/style/palette';
import { type Verdict, verdictColours } from './verdicts';

export function landStyle(verdict: Verdict, scheme: Scheme): string {
  const { fill, opacity, pattern } = verdictColours[scheme][verdict];
  const ground = `color-mix(in srgb, ${fill} ${Math.round(Math.min(1, opacity * 1.25) * 100)}%, var(--ground))`;
  const line = `color-mix(in srgb, ${pattern} 65%, transparent)`;
  const image: Record<Verdict, string> = {
    permitted: 'none',
    conditional: `radial-gradient(${line} 1.1px, transparent 1.4px) 0 0 / 6px 6px`,
    prohibited: `repeating-linear-gradient(45deg, ${line} 0 1px, transparent 1px 5px), repeating-linear-gradient(-45deg, ${line} 0 1px, transparent 1px 5px)`,
    ask_ward: `repeating-linear-gradient(-45deg, ${line} 0 1.5px, transparent 1.5px 6px)`,
    other_law: `repeating-linear-gradient(0deg, ${line} 0 1px, transparent 1px 5px)`,
  };
  return `background: ${image[verdict] === 'none' ? '' : `${image[verdict]}, `}${ground}`;
}
