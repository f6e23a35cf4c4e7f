/** Journeys run one after another in the real Electron window; a journey that fails is a failure, not a reason to try again. */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: 'out/test-results',
})
