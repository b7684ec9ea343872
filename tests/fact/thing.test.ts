import { describe, expect, it } from 'vitest';
import { type Counted, measureOf, thingOf } from '../../src/fact/thing.ts';

const cameras: Counted = { kind: 'DEPLOYED', asset: 'camera', assetText: '高清探头', counted: '高清探头', unit: '个' };
const caught: Counted = {
  kind: 'OUTCOME',
  asset: 'camera',
  assetText: '抓获嫌疑人',
  counted: '抓获嫌疑人',
  unit: '名',
};
const found: Counted = { ...caught, assetText: '找回老人', counted: '找回老人' };

describe('what a figure counts', () => {
  it('is its asset, by kind, form and narrowing words', () => {
    expect(thingOf(cameras)).toBe(thingOf({ ...cameras, assetText: '高清摄像头', counted: '高清摄像头' }));
    expect(thingOf(cameras)).not.toBe(thingOf({ ...cameras, assetText: '探头', counted: '探头' }));
  });

  it('is of a result what its words say, whatever equipment brought it about', () => {
    expect(thingOf(caught)).not.toBe(thingOf(found));
    expect(measureOf(caught)).not.toBe(measureOf(found));
    expect(thingOf(caught)).toBe(thingOf({ ...caught, asset: null }));
  });
});
