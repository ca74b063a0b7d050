declare module 'virtual:design-tokens' {
  type Step = 50 | 100 | 200 | 300 | 400 | 500 | 600 | 700 | 800 | 900 | 1000 | 1100 | 1200;
  type Hue =
    | 'blue'
    | 'light-blue'
    | 'cyan'
    | 'green'
    | 'lime'
    | 'yellow'
    | 'orange'
    | 'red'
    | 'magenta'
    | 'purple';
  type Grey = 50 | 100 | 200 | 300 | 400 | 420 | 500 | 536 | 600 | 700 | 800 | 900;
  /** A colour of the Digital Agency's design system, `#rrggbb`. */
  export const colours: Readonly<Record<`${Hue}-${Step}` | `solid-gray-${Grey}` | 'white' | 'black', string>>;
}
