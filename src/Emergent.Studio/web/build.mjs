// Bundles the page into dist/: index.html, page.js and page.css, which the C# build embeds.
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const budget = 250_000; // bytes of JavaScript after gzip

await mkdir(new URL('dist/', import.meta.url), { recursive: true });
process.chdir(new URL('.', import.meta.url).pathname);
await build({
  entryPoints: { page: 'main.ts' },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: !process.argv.includes('--plain'),
  legalComments: 'none',
  logLevel: 'warning',
});
await copyFile('index.html', 'dist/index.html');
const script = gzipSync(await readFile('dist/page.js')).length;
console.log(`page.js ${script} bytes gzip, page.css ${(await stat('dist/page.css')).size} bytes`);
if (script > budget) {
  console.error(`page.js is above its budget of ${budget} bytes gzip.`);
  process.exitCode = 1;
}
