import { describe, expect, it } from 'vitest';
import { codeOf, drawn } from './qr';

describe('a QR code', () => {
  it('is drawn run by run, with room around it', () => {
    const code = drawn([
      [true, true, false],
      [false, false, true],
      [false, false, false],
    ]);
    expect(code).toEqual({ size: 11, path: 'M4 4h2v1h-2zM6 5h1v1h-1z' });
  });

  it('holds the address of 40 premises', async () => {
    const ids = Array.from({ length: 40 }, () => '0123456789a').join(',');
    const code = await codeOf(`https://machikado.example/favourites?ids=${ids}`);
    expect(code.size).toBeLessThan(100);
  });
});
