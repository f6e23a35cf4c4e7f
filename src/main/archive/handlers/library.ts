/** The library: publications, issues, pages, the bin, operations, people, states. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import { cancelAct } from '../act.ts'
import type { Context } from '../context.ts'
import {
  binPages,
  changeMeta,
  mergePages,
  mergePublications,
  pagesOfIssue,
  pagesOfPublication,
  purge,
  renamePublication,
  restorePages,
  setStates,
} from '../library.ts'
import { alikePeople, people } from '../people.ts'
import { calendar, idsOf, issues, pagesOf, publications, years } from '../store/library.ts'
import { issueNamed, publicationBecame, publicationNamed } from '../store/publication.ts'
import { operations } from '../store/operation.ts'
import { mergePeople, splitPerson } from '../store/people.ts'
import { undoOperation } from '../undo-operation.ts'
import { setWorkflow, states, workflow } from '../store/state.ts'

export const libraryHandlers = {
  'library.publications': (_input, { db }) => publications(db),
  'library.issues': ({ publication }, { db }) => issues(db, publication),
  'library.pages': ({ offset, limit, ...filter }, { db }) => pagesOf(db, filter, offset, limit),
  'library.ids': (filter, { db }) => idsOf(db, filter),
  'library.calendar': ({ publication, year }, { db }) => calendar(db, publication, year),
  'library.years': ({ publication }, { db }) => years(db, publication),
  'publication.became': ({ id }, { db }) => publicationBecame(db, id),
  'publication.rename': ({ id, name }, context) => renamePublication(context, id, name),
  'publication.merge': ({ from, into }, context) => mergePublications(context, from, into),
  'pages.bin': ({ ids }, context) => binPages(context, ids),
  'issue.bin': ({ id }, context) =>
    binPages(context, pagesOfIssue(context.db, id), 'bin-issue', issueNamed(context.db, id)),
  'publication.bin': ({ id }, context) =>
    binPages(context, pagesOfPublication(context.db, id), 'bin-publication', publicationNamed(context.db, id)),
  'bin.restore': ({ ids }, context) => restorePages(context, ids),
  'bin.purge': async ({ ids }, context) => ({ pages: await purge(context, ids) }),
  'pages.move': ({ ids, ...meta }, context) => changeMeta(context, ids, meta, 'move'),
  'pages.merge': ({ keep, drop, take }, context) => mergePages(context, keep, drop, take),
  'operation.list': ({ limit }, { db }) => operations(db, limit ?? 100),
  'operation.cancel': ({ id }, { db }) => {
    cancelAct(db, id)
    return {}
  },
  'operation.undo': ({ id }, context) => undoOperation(context, id),
  'people.list': ({ text, offset, limit }, { db }) => people(db, text ?? '', offset, limit),
  'people.alike': ({ limit }, { db }) => alikePeople(db, limit),
  'people.merge': ({ into, ids }, { db }) => {
    mergePeople(db, into, ids)
    return {}
  },
  'people.split': ({ id }, { db }) => {
    splitPerson(db, id)
    return {}
  },
  'workflow.get': (_input, { db }) => workflow(db),
  'workflow.set': (value, { db }) => {
    setWorkflow(db, value)
    return {}
  },
  'state.set': ({ pages, article, step }, context) => setStates(context, pages, article, step),
  'state.get': ({ page }, { db }) => states(db, page),
} satisfies Partial<ArchiveHandlers<Context>>
