import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const EXTRAS = { xvfb: '/usr/bin/Xvfb', xdotool: '/usr/bin/xdotool', prosody: '/usr/bin/prosody' };

async function playwrightChromium() {
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}

/** The Chromium to drive: `$CHROME_PATH`, an installed one, or Playwright's download; null when there is none. */
export async function findChromium() {
  const own = process.env.CHROME_PATH;
  const candidates = [...(own ? [own] : []), ...CHROMIUM, await playwrightChromium()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

export function findFirefox() {
  return [process.env.FIREFOX_PATH, ...FIREFOX].find((path) => path && existsSync(path)) ?? null;
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs missing browsers and the CJK fonts where this is root on Debian; elsewhere does nothing.
 *
 * @param {readonly string[]} packages Debian package names.
 */
export function installPackages(packages) {
  if (!mayInstall()) return false;
  process.stderr.write(`Installing ${packages.join(', ')} (once) …\n`);
  // With this run level a server that is installed is not started: only a test starts it, for itself.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] }).status === 0;
  apt(['update', '-qq']);
  return apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

/** A Chromium, installed now if it has to be and may be; null with a sentence on stderr otherwise. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  installPackages(['chromium', 'fonts-noto-cjk']);
  const now = await findChromium();
  if (!now) {
    process.stderr.write(
      'No Chromium was found: install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one. Branded Google Chrome does not load unpacked extensions from the command line.\n',
    );
  }
  return now;
}

/** A Firefox, installed now if it may be; null when there is none (its tests are then skipped). */
export function ensureFirefox() {
  return findFirefox() ?? (installPackages(['firefox-esr']) ? findFirefox() : null);
}

/**
 * A keyboard and screen for real keys, and a chat server for a real chat application; where they can't be had, the
 * tests that want them say so and are skipped.
 */
export function ensureExtras() {
  const wanted = Object.entries(EXTRAS).filter(([, path]) => !existsSync(path));
  if (wanted.length > 0) installPackages(wanted.map(([name]) => name));
}

/** Chinese glyphs for the screenshots; only said, never fatal. */
export function ensureFonts() {
  if (process.platform !== 'linux') return;
  const list = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' });
  if (list.status === 0 && list.stdout.trim() !== '') return;
  installPackages(['fontconfig', 'fonts-noto-cjk']);
}
