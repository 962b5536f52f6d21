import { expect, test } from 'vitest';
import { hashOf, type Seen, seenIn } from '../layout/link';

const seen: Seen = {
  tab: 'plot:train_epoch',
  layout: {
    direction: 'row',
    share: 0.6,
    first: { tabs: ['network'], active: 'network' },
    second: { tabs: ['plot:train_epoch', 'table:my & other=table+1'], active: 'plot:train_epoch' },
  },
  views: {
    network: {
      variable: 'r.Wt',
      unit: { layer: 'Hidden/1', index: 3 },
      record: 120,
      camera: { azimuth: 0.25, elevation: -0.5, distance: 3, target: [0, 1.5, -1] },
      map: 'BlueOrange',
      range: { min: -0.5, max: 0.5, isZeroCentred: true },
    },
    'network:2': { variable: 'Vm', range: { isZeroCentred: false }, unitSize: 0.5, height: 2, rate: 'trial', testRate: 'fastSpike', projections: 'Back' },
    'network:3': { range: { max: 4, isZeroCentred: true } },
    'plot:train_epoch': { x: 'Epoch & more', columns: { 'a=b': { isOn: true, min: null } } },
    'grid:my & other=table+1': { options: { map: 'Jet' } },
  },
};

test('what is seen comes back from its link', () => {
  expect(seenIn(`#${hashOf(seen)}`)).toEqual(seen);
  expect(hashOf(seen)).toContain(
    'tab=plot:train_epoch&var=r.Wt&sel=Hidden/1/3&rec=120&cam=0.25,-0.5,3,0,1.5,-1&map=BlueOrange&min=-0.5&max=0.5&zero=1&network:2.var=Vm&network:2.zero=0&',
  );
});

test('what a link does not say is not there', () => {
  const nothing = seenIn('');
  expect(nothing).toEqual({ tab: undefined, layout: undefined, views: {} });
  expect(hashOf(nothing)).toBe('');
});

test.each(['#rate=often', '#plot:a={', '#plot:a=3', '#table.x=1', '#cam=1,2', '#layout={', '#layout=%7B%22tabs%22:3%7D', '#sel=Hidden', '#min=2&max=1', '#rec=now', '#nonsense'])(
  'what is not understood is passed over: %s',
  hash => {
    expect(seenIn(hash)).toEqual({ tab: undefined, layout: undefined, views: {} });
  },
);
