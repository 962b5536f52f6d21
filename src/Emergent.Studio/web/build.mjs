// Bundles the page into dist/: index.html, page.js and page.css, and drawing.js, a thread of it, which the C# build embeds.
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const budget = 250_000; // bytes of JavaScript after gzip

const here = fileURLToPath(new URL('.', import.meta.url));
process.chdir(here);
await mkdir('dist', { recursive: true });
await build({
  entryPoints: { page: 'main.ts', drawing: 'netview/drawing.ts' },
  absWorkingDir: here,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: !process.argv.includes('--plain'),
  legalComments: 'eof', // whose three.js is; of uPlot it finds none
  footer: { js: '/*! uPlot: Copyright (c) Leon Sorokin, MIT */' },
  logLevel: 'warning',
});
await copyFile('index.html', 'dist/index.html');
const sizes = await Promise.all(['page.js', 'drawing.js'].map(async name => gzipSync(await readFile(`dist/${name}`)).length));
const script = sizes.reduce((sum, size) => sum + size);
console.log(`JavaScript ${script} bytes gzip, page.css ${(await stat('dist/page.css')).size} bytes`);
if (script > budget) {
  console.error(`JavaScript is above its budget of ${budget} bytes gzip.`);
  process.exitCode = 1;
}
