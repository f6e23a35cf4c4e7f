/** How the three kinds of process are built: main and archive for Node 18 and later, preload for the sandbox, window for Chromium 114 and later. */
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { commonFontsFolder, makeCommonFonts } from './scripts/common-fonts.mjs'
import type { HtmlTagDescriptor, Plugin } from 'vite'

/** Kilobytes of a chunk from which on the builder warns: ours are read from disk. */
const chunkSizeWarningLimit = 2000

/** Native modules and font files stay packages of their own; everything else is bundled. */
const external = [
  'electron',
  'better-sqlite3',
  'nodejieba',
  '@node-rs/jieba',
  '@myriaddreamin/typst-ts-node-compiler',
  /^@expo-google-fonts\//,
  /^@fontsource\//,
]

/** What a page's text is set in, but for rare characters. */
const FIRST_FONTS = /Serif.*-first\.ttf$/

/**
 * Makes the fonts of common characters, and has the window ask with its first script for those that a page's text is set in: a font
 * that comes after the text has it laid out once more. The fonts of what is around it come with that, a moment later.
 */
const commonFonts: Plugin = {
  name: 'common-fonts',
  buildStart: makeCommonFonts,
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle).flatMap((file): HtmlTagDescriptor[] =>
        file.type === 'asset' &&
        file.originalFileNames.some((name) => name.includes(path.basename(commonFontsFolder)) && FIRST_FONTS.test(name))
          ? [
              {
                tag: 'link',
                attrs: { rel: 'preload', as: 'font', type: 'font/ttf', href: `./${file.fileName}`, crossorigin: true },
                injectTo: 'head',
              },
            ]
          : [],
      ),
  },
}

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      minify: true,
      chunkSizeWarningLimit,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          index: 'src/main/index.ts',
          archive: 'src/main/archive/process.ts',
          worker: 'src/main/archive/workshop/worker.ts',
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      minify: true,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // Addresses are relative, so that the window's own scheme serves them whatever its host is.
    base: './',
    plugins: [react(), commonFonts],
    resolve: { alias: { '@common-fonts': commonFontsFolder } },
    build: {
      target: 'chrome114',
      chunkSizeWarningLimit,
      // A program that starts often is read often: names and blanks would be most of it.
      minify: true,
      outDir: 'out/renderer',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      // Fonts and pictures stay files: the Content-Security-Policy knows no data: fonts.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: 'src/renderer/index.html',
        // How schemas check is said before the first one is made; else each tries whether code may be compiled from text.
        output: { codeSplitting: { groups: [{ name: 'checks', test: /node_modules\/zod\/|plain-checks/ }] } },
      },
    },
  },
})
