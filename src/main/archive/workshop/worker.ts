/** Entry of a workshop's thread. What was compiled once is kept in the system's temporary folder: later threads start in half the time. */
import { enableCompileCache } from 'node:module'

enableCompileCache?.()
void import('./thread.ts')
