/**
 * Fonts and sizes of map text. MapLibre draws it with the fonts of the system, as no `glyphs` URL is
 * given; it reads the weight from the first name, so the bold stack begins with one that says so.
 */
const families = [
  'Hiragino Sans',
  'Noto Sans CJK JP',
  'Noto Sans JP',
  'Yu Gothic UI',
  'Meiryo',
  'sans-serif',
];

export const plain: string[] = families;
export const bold: string[] = ['Machikado Bold', ...families];
