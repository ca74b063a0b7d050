/** Ids: 53 bits in tiles, 11 Crockford base-32 characters in URLs and JSON. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 11;

/** The bits of an id's text, as tiles have them. */
export function idBits(text: string): number {
  return Number([...text].reduce((bits, letter) => bits * 32n + BigInt(alphabet.indexOf(letter)), 0n));
}

/** The text of a tile feature's id; `null` for what is no id. */
export function idText(bits: number | string | undefined): string | null {
  const number = Number(bits);
  if (!Number.isSafeInteger(number) || number <= 0) return null;
  let rest = BigInt(number);
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = alphabet.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}
