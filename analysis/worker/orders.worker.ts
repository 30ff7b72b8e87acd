/// <reference lib="webworker" />
import { translator, type WordKey } from '@shared/i18n/index';
import type { RefusedRow } from '../dataset';
import { ROW_WORDS, SKIP_WORDS } from '../imports/reasons';
import { readOrderInputs } from '../imports/to-book';
import type { OrdersReply, OrdersRequest } from './orders-messages';
import { pieces } from './pieces';

// Exports of years are read here, so that the page stays live and a cancel is heard at once.
declare const self: DedicatedWorkerGlobalScope;

/** A page that wants no answer any more ends the worker: nothing is half done here. */
const never = new AbortController().signal;
const reply = (message: OrdersReply) => self.postMessage(message);

const REASONS: Readonly<Record<string, WordKey>> = { ...ROW_WORDS, ...SKIP_WORDS };

async function read(request: OrdersRequest): Promise<OrdersReply> {
  const t = translator(request.lang);
  const files = request.files.map(({ name, bytes }) => ({ name, bytes: pieces(bytes) }));
  const progress = {
    report: (_step: string, part: number) => reply({ kind: 'progress', part }),
    signal: never,
  };
  const result = await readOrderInputs(files, request.read, progress);
  if (result === null) return { kind: 'cancelled' };
  const { orders, buyers, refusedRows, refused, refusals } = result;
  const said = ({ reason }: RefusedRow) => (REASONS[reason] ? t(REASONS[reason]) : reason);
  return {
    kind: 'orders',
    orders,
    buyers,
    refusedRows,
    refused: refused.map((row) => ({ ...row, said: said(row) })),
    files: refusals.map(({ file, reason, params, preview }) => ({
      file,
      reason,
      said: t(reason as WordKey, params),
      preview: preview ?? null,
    })),
  };
}

self.addEventListener('message', ({ data }: MessageEvent<OrdersRequest>) => {
  read(data)
    .catch(
      (error: unknown): OrdersReply => ({
        kind: 'failed',
        detail: error instanceof Error ? error.message : String(error),
      }),
    )
    .then(reply);
});
