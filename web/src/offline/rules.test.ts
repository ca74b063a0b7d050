import { describe, expect, it } from 'vitest';
import { type Entry, oldShells, standIn, surplus, wayOf } from './rules';

const origin = 'https://machikado.test';
const way = (path: string, mode = 'cors', method = 'GET') =>
  wayOf({ method, mode, url: new URL(path, origin).href }, origin);
const entry = (url: string, keptAt: number, bytes = 1): Entry => ({ url: origin + url, keptAt, bytes });

describe('a request', () => {
  it('is met by what it is for', () => {
    expect(way('/', 'navigate')).toBe('page');
    expect(way('/listing/0123456789a?lang=en', 'navigate')).toBe('page');
    expect(way('/assets/index-1.js')).toBe('asset');
    expect(way('/api/v1/listings?bbox=1,2,3,4')).toBe('answer');
    expect(way('/tiles/zones/14/1/2.mvt')).toBe('tile');
    expect(way('/photos/a.svg', 'no-cors')).toBe('photo');
    expect(way('/manifest.webmanifest')).toBe('file');
  });

  it('that never ends, changes something or goes elsewhere is left alone', () => {
    expect(way('/api/v1/events')).toBe('pass');
    expect(way('/api/v1/listings', 'cors', 'POST')).toBe('pass');
    for (const own of [
      '/api/v1/account',
      '/api/v1/offers/0c8x4n2k7zq',
      '/api/v1/review',
      '/offer',
      '/moderate/x',
    ]) {
      expect(way(own), own).toBe('pass');
    }
    expect(way('/healthz')).toBe('pass');
    expect(way('https://elsewhere.test/tiles/1/1/1.png')).toBe('pass');
  });
});

describe('what is kept', () => {
  const entries = [entry('/a', 1, 10), entry('/b', 3, 10), entry('/c', 2, 10)];

  it('stays within its number, the newest first', () => {
    expect(surplus(entries, { entries: 2, bytes: 100 })).toEqual([`${origin}/a`]);
  });

  it('stays within its size', () => {
    expect(surplus(entries, { entries: 9, bytes: 10 })).toEqual([`${origin}/c`, `${origin}/a`]);
    expect(surplus(entries, { entries: 9, bytes: 30 })).toEqual([]);
  });
});

describe('a search never asked before', () => {
  const kept = [
    entry('/api/v1/listings?bbox=1,1,2,2&sort=rent', 1),
    entry('/api/v1/listings?bbox=3,3,4,4&sort=rent', 2),
    entry('/api/v1/listings?bbox=5,5,6,6&sort=area', 3),
  ];

  it('is stood in for by the last one that differs in its frame alone', () => {
    expect(standIn(`${origin}/api/v1/listings?sort=rent&bbox=1,1,2,2.1`, kept)).toBe(kept[1]?.url);
  });

  it('is never answered with another question’s answer', () => {
    expect(standIn(`${origin}/api/v1/listings?bbox=1,1,2,2&sort=-rent`, kept)).toBeNull();
    expect(standIn(`${origin}/api/v1/place?lon=1&lat=2`, kept)).toBeNull();
  });
});

describe('a new build', () => {
  it('keeps its own shell and the one before, for pages still running', () => {
    const names = ['machikado-shell-1', 'machikado-answers', 'machikado-shell-2', 'machikado-shell-3'];
    expect(oldShells(names, 'machikado-shell-3')).toEqual(['machikado-shell-1']);
    expect(oldShells(['machikado-shell-3'], 'machikado-shell-3')).toEqual([]);
  });
});
