/** Which evidence is told by which reason, and how much that counts when reasons are chosen. */
import { evidenceCount, nameOf } from './evidence.ts'

/** The number of the reason that says evidence `n`, for `REASON_CODES`; −1 for what is not said. */
export function reasonOf(n: number): number {
  if (codes.length !== evidenceCount()) codes = new Int8Array(evidenceCount()).fill(NOT_YET)
  const known = codes[n]!
  if (known !== NOT_YET) return known
  const name = nameOf(n)
  const code = EVIDENCE.find(([pattern]) => pattern.test(name))?.[1]
  return (codes[n] = code === undefined ? -1 : REASON_CODES.indexOf(code))
}

/** By the evidence's number the number of its reason. */
let codes = new Int8Array(0)
const NOT_YET = -2

/** The first pattern that fits the evidence's name. */
const EVIDENCE: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/^level=|^marks=yes/, 'marks.heading'],
  [/^short-unmarked|^marks=no&kind=short/, 'marks.none'],
  [/^cue:(reporter|by-label|report-end)/, 'cue.reporter'],
  [/^names=[1-9m]|^kind=names/, 'cue.names'],
  [/^cue:(photo|slash)|^kind=credit/, 'cue.photo'],
  [/^cue:(picture|scene|at-work)|^kind=picture/, 'cue.picture'],
  [/^cue:date-/, 'cue.date'],
  [/^cue:dateline|^kind=dated/, 'cue.dateline'],
  [/^cue:(note|standfirst)|^kind=note/, 'cue.note'],
  [/^cue:source/, 'cue.source'],
  [/^cue:contact|^cue:phone/, 'cue.contact'],
  [/^cue:staff/, 'cue.staff'],
  [/^cue:(folio|weekday|lunar|full-date|paper)|^kind=furniture/, 'cue.folio'],
  [/^cue:(jump|page-ref|see-full)|^kind=jump/, 'cue.jump'],
  [/^cue:keyword|^kind=keyword/, 'cue.keyword'],
  [/^cue:(number|circled)/, 'cue.number'],
  [/^cue:attend/, 'cue.attend'],
  [/^cue:law/, 'cue.law'],
  [/^cue:org-end|^above:org-end/, 'cue.org'],
  [/^cue:office/, 'cue.office'],
  [/^cue:square/, 'cue.square'],
  [/^cue:bracket-tail/, 'cue.bracket-tail'],
  [/^cue:(score|money)|^digits/, 'cue.figures'],
  [/^cue:verse/, 'cue.verse'],
  [/^cue:opener|^join:head=opener|^join:head=clear/, 'cue.opener'],
  [/^cue:(leading|illegal-head)|^join:head=(illegal|particle)/, 'cue.mid'],
  [/^quote-|^bracket-/, 'cue.quote'],
  [/cue:dash|:dash-/, 'cue.dash'],
  [/^cue:label|^kind=label/, 'cue.label'],
  [/^cue:bracket-all/, 'cue.bracket'],
  [/^cue:(bullet|points)/, 'cue.bullet'],
  [/^cue:slogan/, 'cue.slogan'],
  [/^cue:says-tail|^above:says-tail/, 'cue.says'],
  [/^cue:ask/, 'cue.ask'],
  [/^cue:(question|exclaim)|^kind=asked/, 'cue.question'],
  [/^cue:says/, 'cue.saying'],
  [/^cue:addressee/, 'cue.addressee'],
  [/^cue:section/, 'cue.section'],
  [/^cue:quote/, 'cue.quoted'],
  [/^page-top|^near-top/, 'place.top'],
  [/^page-end/, 'place.end'],
  [/^glued|^share=|^cut=.*mid/, 'place.glued'],
  [/breaks/, 'place.breaks'],
  [/^lonely|^prev=(body|cut|dated)&next=(body|cut|dated)/, 'place.lonely'],
  [/^indent=yes/, 'place.indent'],
  [/^column=full|^lines:kind=(body|cut)&column=full/, 'place.column'],
  [/^echo:after=[1-9]|^echo:after&/, 'echo.after'],
  [/^echo:after=0&before=[1-9]|^echo:before&/, 'echo.before'],
  [/^under=date/, 'echo.lead'],
  [/^under=byline/, 'place.before-byline'],
  [/^kin-below=(4|7|11|17|25|more)/, 'echo.after'],
  [/^kin-above=(4|7|11|17|25|more)/, 'echo.before'],
  [/^under=plain&(kind|place)/, 'echo.plain'],
  [/^kin=(0|0\.5|1|2)&|^binds=(-\d+|0)&/, 'echo.new'],
  [/^kin=(4|7|11|17|25|more)&|^binds=(5|9|14|20|more)&/, 'echo.same'],
  [/^under=plain&in-row=[1-3]/, 'place.row'],
  [/^above=more/, 'place.gap'],
  [/^next=(short|#|label)|^below-marked/, 'place.before-heading'],
  [/^prev=(short|#|label)|^levels/, 'place.after-heading'],
  [/^next=credit/, 'place.before-credit'],
  [/^prev=picture/, 'place.after-picture'],
  [/^next=(byline|names)/, 'place.before-byline'],
  [/^prev=(byline|names)/, 'place.after-byline'],
  [/^next=(body|cut|dated)/, 'place.before-body'],
  [/^prev=(body|cut|dated)/, 'place.after-body'],
  [/^size=(80|140|huge|50)|^kind=body/, 'size.long'],
  [/^size=.*ended=true|^ended=true|^end=stop/, 'end.stop'],
  [/^size=.*ended=false|^ended=false|^kind=cut|^cue:illegal-tail/, 'end.open'],
  [/^kind=short|^short&|^size=/, 'size.short'],
  [/^first=/, 'letter.first'],
  [/^last=/, 'letter.last'],
  [/^last-word=/, 'word.last'],
  [/^first-word=|^names-in=|^verb=/, 'word.sorts'],
  [/^cue:place/, 'cue.place'],
  [/^line:|^cue:spaced/, 'marks.parts'],
  [/^indent=no/, 'place.no-indent'],
  [/^column=short|^fill=.\/4|^fill=-1&ended=true/, 'place.column-end'],
  [/^stop:|^fill-above=(-1|0|\+.)&shut=true/, 'open.shut'],
  [/^brief-around=[234]|^row=|^marks-around=/, 'place.brief'],
  [/^list:/, 'place.list'],
  [/^picture=/, 'place.picture'],
  [/^longer|^shorter|^run|^pairs-alike|^pair:|^two:|^alone=|^alike=/, 'place.run'],
  [/^join=none/, 'open.none'],
  [/^back/, 'back.story'],
  [/^join|^bridge|^half|^lines:open/, 'open.before'],
  [/^onward|^leaves/, 'open.after'],
  [/^(next|prev|above|below|lines:)/, 'place.around'],
  [/^plain&/, 'cue.none'],
  [/^(commas|stops|groups|begin|end|couplet)/, 'marks.inside'],
]

/** Sentences that say little to a person: what they say counts half, so that plainer reasons go first. */
const VAGUE: ReadonlySet<string> = new Set([
  'letter.first',
  'letter.last',
  'word.last',
  'word.sorts',
  'marks.parts',
  'marks.inside',
  'open.before',
  'open.after',
  'open.shut',
  'place.run',
  'place.around',
  'echo.plain',
  'cue.none',
])

/** The codes of all reasons that evidence gives. */
export const REASON_CODES: readonly string[] = [...new Set(EVIDENCE.map(([, code]) => code))]

/** By the number of a reason how much its evidence counts when reasons are chosen. */
export const REASON_SHARES: Float64Array = Float64Array.from(REASON_CODES, (code) => (VAGUE.has(code) ? 0.5 : 1))
