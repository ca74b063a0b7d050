/** A QR code as one path of an SVG, drawn on this device. Its program is fetched on demand. */

export interface Code {
  /** Modules along a side, the quiet zone included. */
  readonly size: number;
  /** The dark modules, as SVG path data in modules. */
  readonly path: string;
}

/** Light modules around a code, as the standard asks. */
const quiet = 4;

export async function codeOf(text: string): Promise<Code> {
  const { encodeQR } = await import('qr');
  return drawn(bare(encodeQR(text, 'raw', { ecc: 'low', border: 1 })));
}

/** Without the border of one module that the encoder insists on. */
function bare(rows: readonly (readonly boolean[])[]): boolean[][] {
  return rows.slice(1, -1).map((row) => row.slice(1, -1));
}

/** Each run of dark modules in a row is one rectangle. */
export function drawn(rows: readonly (readonly boolean[])[]): Code {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      const width = x - start + 1;
      path += `M${start + quiet} ${y + quiet}h${width}v1h-${width}z`;
    }
  });
  return { size: rows.length + 2 * quiet, path };
}
