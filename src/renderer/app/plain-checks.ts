/** Checks run as plain code: the Content-Security-Policy lets nothing be compiled from text. To be imported before any schema is used. */
import { z } from 'zod'

z.config({ jitless: true })
