import { useEffect, useState } from 'preact/hooks';

/** Light modules around the code, without which no scanner finds it. */
const BORDER = 2;

/** A code for the scan box at the packing table. */
export function Qr({ text }: { readonly text: string }) {
  const [path, setPath] = useState<{ readonly size: number; readonly d: string } | null>(null);
  useEffect(() => {
    let here = true;
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(text, { border: BORDER });
      const d = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
      if (here) setPath({ size, d });
    });
    return () => {
      here = false;
    };
  }, [text]);
  if (!path) return null;
  return (
    <svg class="qr" viewBox={`0 0 ${path.size} ${path.size}`} aria-hidden="true" shape-rendering="crispEdges">
      <path d={path.d} />
    </svg>
  );
}
