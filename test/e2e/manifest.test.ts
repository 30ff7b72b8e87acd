import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

// Tries F-64, F-77, F-81, F-87 of test/faults.md.

/** What is promised about the built extension, read from the files a shop owner installs. */
const CHROME = resolve('.output/chrome-mv3');
const FIREFOX = resolve('.output/firefox-mv3');
const ACCEPTANCE = resolve('.output/chrome-mv3-acceptance');

type Manifest = Readonly<Record<string, unknown>>;
const manifestOf = (build: string) =>
  JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as Manifest;

function files(build: string): Map<string, string> {
  return new Map(
    readdirSync(build, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(build, path), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

const SHARED_PERMISSIONS = ['storage', 'unlimitedStorage', 'alarms', 'notifications', 'scripting'];

describe.each([
  ['Chrome', CHROME, ['sidePanel', ...SHARED_PERMISSIONS]],
  ['Firefox', FIREFOX, SHARED_PERMISSIONS],
])('%s', (_, build, permissions) => {
  const manifest = manifestOf(build);

  test('asks for exactly the justified permissions, and for no site at install', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual([...permissions].sort());
    expect(manifest.optional_permissions).toEqual(['downloads']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  test('lets no page of ours load or send anything elsewhere', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; object-src 'none'; connect-src 'none'; img-src 'self' data: blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  test('shows nothing of itself to web pages', () => {
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.manifest_version).toBe(3);
  });

  test('carries no code that makes code, and calls no network', () => {
    const scripts = [...files(build).keys()].filter((name) => name.endsWith('.js'));
    const saying = (pattern: RegExp) =>
      scripts.filter((name) => pattern.test(readFileSync(join(build, name), 'utf8')));
    expect(saying(/\beval\s*\(|new Function\s*\(/)).toEqual([]);
    expect(saying(/\bWebSocket\b|sendBeacon|EventSource|importScripts/)).toEqual([]);
    // PapaParse can read addresses; nothing of ours gives it one, and the policy above stops it. It is in the
    // workers that read exports, and nowhere else.
    expect(saying(/XMLHttpRequest/).filter((name) => !/(review|orders)\.worker/.test(name))).toEqual([]);
  });

  test('the page script of the chat is small: at most 20 KB gzip', () => {
    const script = readFileSync(join(build, 'chat.js'));
    expect(gzipSync(script).length).toBeLessThanOrEqual(20 * 1024);
  });
});

test('Chrome says which version it needs, Firefox who it is', () => {
  expect(Number(manifestOf(CHROME).minimum_chrome_version)).toBeGreaterThanOrEqual(116);
  expect(manifestOf(CHROME).browser_specific_settings).toBeUndefined();
  const gecko = (manifestOf(FIREFOX).browser_specific_settings as { gecko: Record<string, unknown> }).gecko;
  expect(gecko.id).toMatch(/@/);
  expect(Number.parseInt(String(gecko.strict_min_version), 10)).toBeGreaterThanOrEqual(128);
});

test('the acceptance build is the Chrome build byte for byte, but for the manifest', () => {
  const [chrome, acceptance] = [files(CHROME), files(ACCEPTANCE)];
  const differing = [...new Set([...chrome.keys(), ...acceptance.keys()])].filter(
    (name) => chrome.get(name) !== acceptance.get(name),
  );
  expect(differing).toEqual(['manifest.json']);
  const { host_permissions, ...rest } = manifestOf(ACCEPTANCE);
  expect(host_permissions).toEqual(['http://localhost/*', 'http://127.0.0.1/*']);
  expect(rest).toEqual(manifestOf(CHROME));
});

describe('what a page loads at start', () => {
  /** Scripts an HTML page names, with everything they import statically. */
  function startScripts(page: string): string[] {
    const html = readFileSync(join(CHROME, page), 'utf8');
    const seen = new Set<string>();
    const walk = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const code = readFileSync(join(CHROME, name), 'utf8');
      for (const match of code.matchAll(/(?:from|import)\s*["']\.?\/?([\w./-]+\.js)["']/g)) {
        walk(match[1]!.startsWith('chunks/') ? match[1]! : join('chunks', match[1]!));
      }
    };
    for (const match of html.matchAll(/(?:src|href)="\/([\w./-]+\.js)"/g)) walk(match[1]!);
    return [...seen];
  }

  test('the service worker is woken often: at most 64 KB gzip', () => {
    const script = readFileSync(join(CHROME, 'background.js'));
    expect(gzipSync(script).length).toBeLessThanOrEqual(64 * 1024);
  });

  test('the panel: at most 120 KB gzip of scripts', () => {
    const size = startScripts('sidepanel.html').reduce(
      (total, name) => total + gzipSync(readFileSync(join(CHROME, name))).length,
      0,
    );
    expect(size).toBeGreaterThan(10 * 1024);
    expect(size).toBeLessThanOrEqual(120 * 1024);
  });
});
