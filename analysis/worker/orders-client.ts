import type { OrdersRead, OrdersReply, OrdersRequest } from './orders-messages';

/** What is used of a worker; a test passes its own. */
export interface OrdersPort {
  postMessage(message: OrdersRequest): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: OrdersReply }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
}

type Answer = OrdersRead | Extract<OrdersReply, { kind: 'cancelled' | 'failed' }>;

/**
 * Reads exports as orders for the book, off the page's thread. Resolves always: with what was read, `cancelled`
 * when the signal fires, or `failed` with the worker's own words.
 */
export function readOrdersInWorker(
  worker: OrdersPort,
  request: OrdersRequest,
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve) => {
    const finish = (answer: Answer) => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }) => {
      if (data.kind === 'progress') onPart(data.part);
      else finish(data);
    });
    worker.addEventListener('error', (event) => finish({ kind: 'failed', detail: event.message ?? '' }));
    // Nothing was written yet, so the worker need not be asked to come to an end by itself.
    signal.addEventListener('abort', () => finish({ kind: 'cancelled' }), { once: true });
    worker.postMessage(request);
  });
}
