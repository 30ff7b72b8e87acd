/** Programs sellers chat in beside a browser, as platforms of an account; Qianniu is Taobao's. */
export const PROGRAMS = [
  'qianniu',
  'wecom',
  'pdd',
  'douyin',
  'jd',
  '1688',
  'xiaohongshu',
  'desktop',
] as const;
export type Program = (typeof PROGRAMS)[number];

const KEY = 'program';

/** The program chosen last on this computer. */
export function lastProgram(storage: Pick<Storage, 'getItem'>): Program {
  const stored = storage.getItem(KEY);
  return PROGRAMS.find((one) => one === stored) ?? 'qianniu';
}

export function rememberProgram(storage: Pick<Storage, 'setItem'>, program: Program): void {
  storage.setItem(KEY, program);
}

/**
 * Whom a name typed or pasted means: an account known by its name only, until the seller links another.
 *
 * @example byName('qianniu', 'tb小雨').account.strength // => 'name'
 */
export function byName(platform: string, name: string) {
  const line = name.trim().slice(0, 200);
  return { account: { platform, strength: 'name', key: line, displayName: line } } as const;
}
