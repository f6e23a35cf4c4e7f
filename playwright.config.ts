/** Journeys in the real Electron window, each worker on a display of its own. */
import { defineConfig } from '@playwright/test'

/** Opened by `scripts/e2e.mjs`; this file is read in every worker. */
const displays = process.env['BANXIN_DISPLAYS']?.split(',') ?? []
const display = displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]
if (display !== undefined) process.env['DISPLAY'] = display

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: Math.max(1, displays.length),
  // On a build server that is shared a journey has a second chance, and is named as flaky then: that is a fault to be mended.
  retries: process.env['CI'] ? 1 : 0,
  fullyParallel: false,
  forbidOnly: true,
  // Journeys share the processors with each other, and with whatever else a machine does; what is slow is no failure.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: 'out/test-results',
})
