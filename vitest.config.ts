import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By itself it leaves a core idle, on two cores half of the machine.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'program',
          include: ['src/{main,preload,renderer}/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
        },
      },
      {
        // What is pure leaves nothing behind: its tests share a process, and load a module once for all of them.
        extends: true,
        test: { name: 'pure', include: ['src/shared/**/*.test.ts', 'bench/**/*.test.ts'], isolate: false },
      },
    ],
  },
})
