/** How the contract is called: input and output are checked on arrival, failures travel as plain values. */
import { z } from 'zod'
import { BanxinError, isErrorCode } from './errors.ts'
import { failure } from './reply.ts'
import type { Reply } from './reply.ts'

/** Who serves a method (`archive` process or the `app`'s main process), and who may call it (`host`: main process and command line only). */
export type Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly side: 'archive' | 'app'
  readonly caller: 'window' | 'host'
  readonly input: I
  readonly output: O
}

export type Contract = Readonly<Record<string, Method>>
export type Input<M extends Method> = z.input<M['input']>
export type Output<M extends Method> = z.output<M['output']>

/** A method that the archive process serves and the window may call. */
export const archiveMethod = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ side: 'archive', caller: 'window', input, output }) as const satisfies Method<I, O>

/** A method that the archive process serves, for the main process and the command line only: it may name paths. */
export const hostMethod = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ side: 'archive', caller: 'host', input, output }) as const satisfies Method<I, O>

/** A method that the main process serves to the window: dialogs, menus, windows. */
export const appMethod = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ side: 'app', caller: 'window', input, output }) as const satisfies Method<I, O>

export type Side = Method['side']
export type MethodsOf<C extends Contract, S extends Side> = {
  [M in keyof C]: C[M]['side'] extends S ? M : never
}[keyof C] &
  string

/** One function for each method of a side; leaving one out is a type error. */
export type Handlers<C extends Contract, S extends Side, Context> = {
  readonly [M in MethodsOf<C, S>]: (
    input: z.output<C[M]['input']>,
    context: Context,
  ) => z.input<C[M]['output']> | Promise<z.input<C[M]['output']>>
}

export const replySchema: z.ZodType<Reply> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])

export type Send = (method: string, input: unknown) => Promise<unknown>

/** A server for one side of the contract: it never throws. Bugs become `internal` and go to `log` with their method. */
export function server<C extends Contract, S extends Side, Context>(
  contract: C,
  side: S,
  handlers: Handlers<C, S, Context>,
  context: Context,
  log: (method: string, error: unknown) => void,
): (method: string, input: unknown) => Promise<Reply> {
  return async (method, input) => {
    try {
      const declared = Object.hasOwn(contract, method) ? contract[method] : undefined
      if (!declared || declared.side !== side) throw new BanxinError('method/unknown', { method })
      const parsed = declared.input.safeParse(input)
      if (!parsed.success)
        throw new BanxinError('input/invalid', { detail: `${method}: ${z.prettifyError(parsed.error)}` })
      const handler = handlers[method as MethodsOf<C, S>] as (input: unknown, context: Context) => unknown // one lookup by a checked name
      return { ok: true, value: await handler(parsed.data, context) }
    } catch (error) {
      if (!(error instanceof BanxinError)) log(method, error)
      return failure(error)
    }
  }
}

export type Call<C extends Contract> = <M extends keyof C & string>(
  method: M,
  input: Input<C[M]>,
) => Promise<Output<C[M]>>

/** The caller's side: gives the output, checked, or throws the BanxinError that came back. */
export function client<C extends Contract>(contract: C, send: Send): Call<C> {
  return async (method, input) => {
    const reply = replySchema.parse(await send(method, input))
    if (!reply.ok) throw new BanxinError(isErrorCode(reply.code) ? reply.code : 'internal', reply.params)
    const declared = contract[method]
    if (!declared) throw new BanxinError('method/unknown', { method })
    return declared.output.parse(reply.value) as Output<C[typeof method]> // the schema just checked it
  }
}
