import { run } from './generate/run';

export { run };

/** Started as a program (bundled or through vite-node), not imported by another one. */
if (/practice(\.ts|[/\\]main\.js)$/.test(process.argv[1] ?? '')) {
  process.exitCode = await run(process.argv.slice(2));
}
