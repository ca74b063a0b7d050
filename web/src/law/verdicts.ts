/** The five things the law can say of a use in a place: their order, shapes and colours. */
import { colours } from 'virtual:design-tokens';
import { Circle, Triangle, X } from 'lucide';
import { mix, type Scheme } from '../map/style/palette';
import type { IconNode } from '../ui/icons';

/** From yes to no, then those the text alone does not decide. */
export const verdicts = ['permitted', 'conditional', 'prohibited', 'ask_ward', 'other_law'] as const;
export type Verdict = (typeof verdicts)[number];

/** A question mark and a section sign without a frame, on the same grid: they stand in a disc of their own. */
const questionMark: IconNode = [
  ['path', { d: 'M6.5 8.2a5.5 5.5 0 0 1 10.8 1.4c0 3.7-5.3 3.9-5.3 7.2' }],
  ['path', { d: 'M12 21.4h.01' }],
];
const sectionSign: IconNode = [
  [
    'path',
    { d: 'M16.5 5.8C16 3.9 14.3 3 12.2 3 9.7 3 8 4.3 8 6.2c0 4.3 8.5 3.3 8.5 7.6 0 1.6-1.6 2.7-3.5 2.7' },
  ],
  [
    'path',
    {
      d: 'M7.5 18.2c.5 1.9 2.2 2.8 4.3 2.8 2.5 0 4.2-1.3 4.2-3.2 0-4.3-8.5-3.3-8.5-7.6 0-1.6 1.6-2.7 3.5-2.7',
    },
  ],
];

/** ○ △ × as every Japanese table writes them: they speak without colour and in print. */
export const verdictIcons: Readonly<Record<Verdict, IconNode>> = {
  permitted: Circle,
  conditional: Triangle,
  prohibited: X,
  ask_ward: questionMark,
  other_law: sectionSign,
};

export interface VerdictColour {
  /** Text and badges: at least 4.5:1 against the ground, and against `onInk`. */
  readonly ink: string;
  readonly onInk: string;
  /** Land on the map, and how much of it. */
  readonly fill: string;
  readonly opacity: number;
  /** The pattern's lines or dots on that land. */
  readonly pattern: string;
}

/**
 * Bluish green, amber and brick: hues that no common colour-blindness mixes up; and of three
 * brightnesses, so that they stay apart in grey.
 */
export const verdictColours: Readonly<Record<Scheme, Readonly<Record<Verdict, VerdictColour>>>> = {
  light: {
    permitted: {
      ink: mix(colours['green-900'], colours['cyan-1000'], 0.45),
      onInk: colours.white,
      fill: mix(colours['green-600'], colours['cyan-600'], 0.5),
      opacity: 0.5,
      pattern: colours['green-900'],
    },
    conditional: {
      ink: colours['yellow-1100'],
      onInk: colours.white,
      fill: colours['yellow-200'],
      opacity: 0.62,
      pattern: colours['yellow-1000'],
    },
    prohibited: {
      ink: colours['red-1000'],
      onInk: colours.white,
      fill: mix(colours['solid-gray-500'], colours['red-900'], 0.3),
      opacity: 0.36,
      pattern: colours['red-1100'],
    },
    ask_ward: {
      ink: colours['purple-800'],
      onInk: colours.white,
      fill: colours['purple-100'],
      opacity: 0.55,
      pattern: colours['purple-700'],
    },
    other_law: {
      ink: colours['solid-gray-700'],
      onInk: colours.white,
      fill: colours['solid-gray-200'],
      opacity: 0.6,
      pattern: colours['solid-gray-600'],
    },
  },
  dark: {
    permitted: {
      ink: mix(colours['green-300'], colours['cyan-300'], 0.4),
      onInk: colours['solid-gray-900'],
      fill: mix(colours['green-500'], colours['cyan-500'], 0.5),
      opacity: 0.46,
      pattern: colours['green-200'],
    },
    conditional: {
      ink: colours['yellow-300'],
      onInk: colours['solid-gray-900'],
      fill: colours['yellow-800'],
      opacity: 0.34,
      pattern: colours['yellow-300'],
    },
    prohibited: {
      ink: colours['red-300'],
      onInk: colours['solid-gray-900'],
      fill: mix(colours['red-1200'], colours['solid-gray-800'], 0.35),
      opacity: 0.6,
      pattern: colours['red-300'],
    },
    ask_ward: {
      ink: colours['purple-300'],
      onInk: colours['solid-gray-900'],
      fill: colours['purple-1000'],
      opacity: 0.5,
      pattern: colours['purple-300'],
    },
    other_law: {
      ink: colours['solid-gray-200'],
      onInk: colours['solid-gray-900'],
      fill: colours['solid-gray-700'],
      opacity: 0.5,
      pattern: colours['solid-gray-300'],
    },
  },
};

export function isVerdict(word: unknown): word is Verdict {
  return verdicts.some((verdict) => verdict === word);
}
