import { type Lang, pickLang } from '@shared/i18n/lang';
import type { Io } from './io';

/** The language must be known before anything else can be said: `--lang`, else the environment's. */
export function languageOf(argv: readonly string[], env: Io['env']): Lang {
  const at = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const arg = at < 0 ? undefined : argv[at];
  const given = arg === '--lang' ? argv[at + 1] : arg?.slice('--lang='.length);
  // POSIX writes zh_TW.UTF-8 where BCP 47 writes zh-TW.
  return pickLang((given ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG))?.replaceAll('_', '-'));
}
