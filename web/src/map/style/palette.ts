/** The colours of the map in light and dark, from the design system's tokens. */
import { colours } from 'virtual:design-tokens';
import type { ListingKind, UseDistrict } from '../../state/vocabulary';

export type Scheme = 'light' | 'dark';

export interface Palette {
  readonly outside: string;
  readonly land: string;
  readonly block: string;
  readonly green: string;
  readonly water: string;
  readonly road: string;
  readonly roadEdge: string;
  readonly mainRoad: string;
  readonly railway: string;
  readonly railwayGap: string;
  readonly boundary: string;
  readonly townLine: string;
  readonly street: string;
  readonly streetText: string;
  readonly text: string;
  readonly quietText: string;
  readonly halo: string;
  readonly accent: string;
  readonly markerEdge: string;
  readonly markerText: string;
  readonly clusterFill: string;
  readonly clusterText: string;
  readonly zoneEdge: string;
  /** How much weaker or stronger district fills are than by day. */
  readonly zoneStrength: number;
}

/** Warm paper: the tokens' greys are neutral, so the paper leans on the palest yellow. */
export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    outside: mix(colours['solid-gray-100'], colours['yellow-50'], 0.25),
    land: mix(colours['solid-gray-50'], colours['yellow-50'], 0.55),
    block: mix(colours.white, colours['yellow-50'], 0.35),
    green: mix(colours['green-100'], colours['yellow-50'], 0.35),
    water: mix(colours['light-blue-200'], colours['solid-gray-100'], 0.35),
    road: colours.white,
    roadEdge: mix(colours['solid-gray-200'], colours['yellow-100'], 0.2),
    mainRoad: mix(colours['yellow-50'], colours['yellow-100'], 0.5),
    railway: colours['solid-gray-500'],
    railwayGap: colours.white,
    boundary: colours['solid-gray-600'],
    townLine: colours['solid-gray-400'],
    street: colours['orange-500'],
    streetText: colours['orange-1000'],
    text: colours['solid-gray-800'],
    quietText: colours['solid-gray-600'],
    halo: colours.white,
    accent: colours['blue-900'],
    markerEdge: colours.white,
    markerText: colours.white,
    clusterFill: colours.white,
    clusterText: colours['blue-1000'],
    zoneEdge: colours['solid-gray-700'],
    zoneStrength: 1,
  },
  dark: {
    outside: mix(colours['solid-gray-900'], colours.black, 0.35),
    land: mix(colours['solid-gray-900'], colours['solid-gray-800'], 0.35),
    block: mix(colours['solid-gray-900'], colours['solid-gray-800'], 0.7),
    green: mix(colours['solid-gray-800'], colours['green-1100'], 0.6),
    water: mix(colours['solid-gray-900'], colours['light-blue-1200'], 0.7),
    road: mix(colours['solid-gray-800'], colours['solid-gray-700'], 0.4),
    roadEdge: colours['solid-gray-900'],
    mainRoad: colours['solid-gray-700'],
    railway: colours['solid-gray-500'],
    railwayGap: colours['solid-gray-900'],
    boundary: colours['solid-gray-400'],
    townLine: colours['solid-gray-600'],
    street: colours['orange-600'],
    streetText: colours['orange-200'],
    text: colours['solid-gray-100'],
    quietText: colours['solid-gray-300'],
    halo: colours['solid-gray-900'],
    accent: colours['blue-300'],
    markerEdge: colours['solid-gray-900'],
    markerText: colours['solid-gray-900'],
    clusterFill: colours['solid-gray-900'],
    clusterText: colours['blue-200'],
    zoneEdge: colours['solid-gray-300'],
    zoneStrength: 0.68,
  },
};

/** The hue and weight planners know for a district; pale hues need more of themselves. */
export const districtColours: Readonly<Record<UseDistrict, { hue: string; opacity: number }>> = {
  low_1: { hue: colours['green-700'], opacity: 0.35 },
  low_2: { hue: colours['green-400'], opacity: 0.42 },
  garden_residential: { hue: colours['green-200'], opacity: 0.5 },
  mid_high_1: { hue: colours['lime-500'], opacity: 0.4 },
  mid_high_2: { hue: mix(colours['lime-200'], colours['yellow-100'], 0.45), opacity: 0.5 },
  residential_1: { hue: colours['yellow-400'], opacity: 0.42 },
  residential_2: { hue: mix(colours['orange-200'], colours['yellow-200'], 0.3), opacity: 0.5 },
  quasi_residential: { hue: colours['orange-400'], opacity: 0.44 },
  neighbourhood_commercial: { hue: mix(colours['red-200'], colours['magenta-200'], 0.35), opacity: 0.5 },
  commercial: { hue: colours['red-600'], opacity: 0.4 },
  quasi_industrial: { hue: colours['purple-500'], opacity: 0.4 },
  industrial: { hue: colours['light-blue-300'], opacity: 0.5 },
  exclusive_industrial: { hue: colours['light-blue-800'], opacity: 0.4 },
  unzoned: { hue: colours['solid-gray-300'], opacity: 0.35 },
  urbanisation_control: { hue: colours['solid-gray-400'], opacity: 0.35 },
};

/** Saturated, and dark enough by day (light enough by night) for text on it: at least 4.5:1. */
export const kindColours: Readonly<Record<Scheme, Readonly<Record<ListingKind, string>>>> = {
  light: {
    shop: colours['blue-800'],
    furnished: colours['orange-800'],
    workshop: colours['purple-800'],
    office: colours['cyan-900'],
    succession: colours['green-900'],
    pop_up: colours['magenta-800'],
    test_bed: colours['lime-1000'],
    shared: colours['yellow-1100'],
  },
  dark: {
    shop: colours['blue-300'],
    furnished: colours['orange-300'],
    workshop: colours['purple-300'],
    office: colours['cyan-300'],
    succession: colours['green-300'],
    pop_up: colours['magenta-300'],
    test_bed: colours['lime-300'],
    shared: colours['yellow-300'],
  },
};

/** `share` of `b` in `a`; both `#rrggbb`. */
export function mix(a: string, b: string, share: number): string {
  const channel = (at: number) => {
    const [x, y] = [a, b].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(x + (y - x) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
