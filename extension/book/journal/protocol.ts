import type { Desk } from './desk';

/** What a page may ask of the worker: the methods of the desk, by name. */
export type DeskMethod = {
  [Name in keyof Desk]: Desk[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Desk];

/** The desk as a page sees it: every answer takes a while. Numbers of rows done come on the way. */
export type RemoteDesk = {
  readonly [Name in Exclude<DeskMethod, 'rebuild' | 'close'>]: (
    ...args: Parameters<Desk[Name]>
  ) => Promise<Awaited<ReturnType<Desk[Name]>>>;
} & {
  readonly rebuild: (
    name: string,
    onRows: (rows: number) => void,
    shape: number,
  ) => ReturnType<Desk['rebuild']>;
  readonly close: () => void;
};

export interface DeskRequest {
  readonly number: number;
  readonly method: DeskMethod;
  readonly args: readonly unknown[];
  /** The stored databases lie in the spare room. */
  readonly spare: boolean;
}

export type DeskReply =
  | { readonly number: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly number: number; readonly kind: 'rows'; readonly rows: number }
  | {
      readonly number: number;
      readonly kind: 'failed';
      readonly name: string;
      readonly message: string;
    };
