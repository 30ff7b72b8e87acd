import type { DoorPage } from './page';

/** Calls something of the page of the write door. */
export type Call = <Name extends keyof DoorPage>(
  name: Name,
  ...args: Parameters<DoorPage[Name]>
) => Promise<Awaited<ReturnType<DoorPage[Name]>>>;

/** A browser without any extension, in which pages of the write door are visited. */
export interface DoorHouse {
  readonly visit: (url: string) => Promise<Call>;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
}

/** Runs in the page: calls what the page offers by this name. */
export async function inPage(method: string, values: readonly unknown[]): Promise<unknown> {
  const { door } = globalThis as unknown as { door: Record<string, (...all: unknown[]) => unknown> };
  try {
    return await door[method]!(...values);
  } catch (error) {
    // The library's own errors would come out with a name and nothing else.
    throw new Error(`${method}: ${String(error)}`);
  }
}
