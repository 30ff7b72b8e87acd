import type { Translate, WordKey } from '@shared/i18n/translator';
import type { Progress } from '../options';
import type { Io } from './io';
import { padRight } from './width';

const BAR = 20;
/** Words of the steps that reading and computing report. */
const STEPS = {
  read: 'cli.step.read',
  'imports.stepReading': 'cli.step.read',
  measures: 'cli.step.measures',
  fit: 'cli.step.fit',
  backtest: 'cli.step.backtest',
  value: 'cli.step.value',
} as const satisfies Readonly<Record<string, WordKey>>;

/**
 * Progress on standard error: one line that redraws itself on a terminal, one line per step elsewhere (a log
 * shall not fill up).
 */
export function progressOn(io: Io, t: Translate, shown: boolean): Progress & { readonly end: () => void } {
  let lastStep = '';
  let lastText = '';
  const report = (step: string, part: number) => {
    if (!shown) return;
    const name = isStep(step) ? t(STEPS[step]) : t('cli.step.other', { step });
    if (!io.stderrIsTerminal) {
      if (name !== lastStep) io.stderr(`${name}\n`);
      lastStep = name;
      return;
    }
    const share = Math.min(1, Math.max(0, part));
    const full = Math.round(share * BAR);
    const text = `${padRight(name, 30)} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.round(share * 100)}%`;
    if (text === lastText) return;
    io.stderr(`\r\u001b[K${text}`);
    lastText = text;
  };
  return {
    report,
    signal: io.signal,
    end: () => {
      if (lastText !== '') io.stderr('\r\u001b[K');
      lastText = '';
    },
  };
}

function isStep(step: string): step is keyof typeof STEPS {
  return Object.hasOwn(STEPS, step);
}
