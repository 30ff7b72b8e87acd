import type { VNode } from 'preact';
import { Joined } from './Joined';

interface NumberedProps<P extends Spot> {
  readonly text: string;
  /** What stands where, from left to right. */
  readonly spots: readonly P[];
  readonly draw: (spot: P, written: string) => VNode;
}

interface Spot {
  readonly at: number;
  readonly length: number;
}

/** A sentence in which some places are more than words. */
export function Numbered<P extends Spot>({ text, spots, draw }: NumberedProps<P>) {
  const ends = [0, ...spots.map(({ at, length }) => at + length)];
  return (
    <Joined
      parts={[
        ...spots.flatMap((spot, index) => [
          text.slice(ends[index], spot.at),
          draw(spot, text.slice(spot.at, spot.at + spot.length)),
        ]),
        text.slice(ends.at(-1)),
      ]}
    />
  );
}
