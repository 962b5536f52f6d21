// Bundles the page into dist/: index.html, page.js and page.css, which the C# build embeds.
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const budget = 250_000; // bytes of JavaScript after gzip

const here = fileURLToPath(new URL('.', import.meta.url));
process.chdir(here);
await mkdir('dist', { recursive: true });
await build({
  entryPoints: { page: 'main.ts' },
  absWorkingDir: here,
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
