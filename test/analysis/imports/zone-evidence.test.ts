import { createZoneEvidence } from '@analysis/imports/zone-evidence';
import { describe, expect, it } from 'vitest';

const JANUARY = Date.UTC(2026, 0, 10);
const JULY = Date.UTC(2026, 6, 10);

function zoneOf(...seen: readonly (readonly [number, number])[]): string | null {
  const evidence = createZoneEvidence();
  for (const [minutes, instant] of seen) evidence.offset(minutes, instant);
  return evidence.zone();
}

describe('the zone a file names', () => {
  it('follows from offsets that change with summer time', () => {
    expect(zoneOf([-300, JANUARY], [-240, JULY])).toBe('America/New_York');
    expect(zoneOf([-480, JANUARY], [-420, JULY])).toBe('America/Los_Angeles');
    expect(zoneOf([60, JANUARY], [120, JULY])).toBe('Europe/Berlin');
    expect(zoneOf([480, JANUARY], [480, JULY])).toBe('Asia/Shanghai');
    expect(zoneOf([0, JANUARY], [0, JULY])).toBe('UTC');
  });

  it('is a fixed one where no shop we know of fits, and none where two clocks ran', () => {
    expect(zoneOf([-60, JANUARY], [-60, JULY])).toBe('Etc/GMT+1');
    expect(zoneOf([-60, JANUARY], [300, JULY])).toBeNull();
    expect(zoneOf([-60, JANUARY], [300, JANUARY + 60_000])).toBeNull();
    expect(zoneOf()).toBeNull();
  });

  it('is the one written beside the times, when they agree', () => {
    const evidence = createZoneEvidence();
    evidence.named('Pacific Time (US & Canada)');
    expect(evidence.zone()).toBe('America/Los_Angeles');
    evidence.named('London');
    expect(evidence.zone()).toBeNull();
  });
});
