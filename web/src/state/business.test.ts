import { describe, expect, it } from 'vitest';
import {
  answered,
  type Business,
  businessFrom,
  businessPairs,
  hidingParameters,
  verdictParameters,
} from './business';

const cafe: Business = {
  use: 'cafe_restaurant',
  inputs: { use_area_m2: '42.5', live_work: 'false' },
  show: 'all',
};
const read = (query: string) => businessFrom(new URLSearchParams(query));

describe('a business', () => {
  it('reads back from its URL with its answers', () => {
    const pairs = businessPairs({ ...cafe, show: 'allowed' });
    expect(new URLSearchParams(pairs).toString()).toBe(
      'use=cafe_restaurant&use_area=42.5&live_work=false&show=allowed',
    );
    expect(businessFrom(new URLSearchParams(pairs))).toEqual({ ...cafe, show: 'allowed' });
  });

  it('is none where no use is named, whatever else is', () => {
    expect(read('use_area=40')).toBeNull();
    expect(read('use=../etc')).toBeNull();
  });

  it('leaves out answers that mean nothing', () => {
    expect(
      read(
        'use=cafe_restaurant&use_area=large&motor_kw=-1&castle=true&storey_max=1.5&dwelling_share=60&live_work=yes',
      )?.inputs,
    ).toEqual({});
  });

  it('takes an answer, another, and takes it back', () => {
    const more = answered(cafe, 'motor_kw', '0.75');
    expect(more.inputs.motor_kw).toBe('0.75');
    expect(answered(more, 'motor_kw', null)).toEqual(cafe);
  });

  it('asks the search for verdicts, and to hide only when that is chosen', () => {
    expect(verdictParameters(cafe)[0]).toEqual(['use', 'cafe_restaurant']);
    expect(verdictParameters({ ...cafe, show: 'allowed' })[0]).toEqual(['allowed_for', 'cafe_restaurant']);
  });

  it('keeps a storey to itself where premises have their own', () => {
    const upstairs = answered(cafe, 'storey_max', '3');
    expect(read(new URLSearchParams(businessPairs(upstairs)).toString())).toEqual(upstairs);
    expect(verdictParameters(upstairs)).toEqual(verdictParameters(cafe));
  });

  it('leaves the tiles as they are until something is hidden', () => {
    expect(hidingParameters(cafe)).toEqual([]);
    expect(hidingParameters({ ...cafe, show: 'allowed' })).toContainEqual(['use_area_m2', '42.5']);
  });
});
