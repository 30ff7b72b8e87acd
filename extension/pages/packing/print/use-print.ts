import { useEffect, useState } from 'preact/hooks';
import { type Paper, type Print, readPaper } from './sizes';

/** Printers stand beside a computer, so their paper is remembered there and not in the book. */
const PAPER = 'packing.paper';
const QR = 'packing.qr';

export interface Printing {
  readonly what: Print;
  readonly size: Paper;
  readonly qr: boolean;
  readonly setSize: (size: Paper) => void;
  readonly setQr: (qr: boolean) => void;
  readonly print: (what: Print) => void;
}

/** Which paper, what on it, and the printing itself. */
export function usePrint(): Printing {
  const [what, setWhat] = useState<Print>('list');
  const [size, setSizeState] = useState<Paper>(() => readPaper(localStorage.getItem(PAPER)));
  const [qr, setQrState] = useState(() => localStorage.getItem(QR) === 'yes');
  const [asked, setAsked] = useState(0);
  usePageSize(size);
  useEffect(() => {
    // Drawn first, or the printer gets the sheets of before.
    if (asked > 0) requestAnimationFrame(() => window.print());
  }, [asked]);
  useEffect(() => {
    const back = () => setWhat('list');
    window.addEventListener('afterprint', back);
    return () => window.removeEventListener('afterprint', back);
  }, []);
  return {
    what,
    size,
    qr,
    setSize: (next) => {
      localStorage.setItem(PAPER, next);
      setSizeState(next);
    },
    setQr: (next) => {
      localStorage.setItem(QR, next ? 'yes' : '');
      setQrState(next);
    },
    print: (next) => {
      setWhat(next);
      setAsked((count) => count + 1);
    },
  };
}

/**
 * The size of the page is a rule of its own stylesheet: `@page` takes no class, and the page's policy lets no
 * style be written into it.
 */
function usePageSize(size: Paper): void {
  useEffect(() => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `/print/${size}.css`;
    document.head.append(link);
    return () => link.remove();
  }, [size]);
}
