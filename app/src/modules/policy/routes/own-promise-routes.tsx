import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { clausesOf } from '../../../engine/packs/lookup.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { editEntry } from '../commands/edit-entry.js'
import { dropForm } from '../draft/adoption-forms.js'
import { textOf } from '../draft/draft-view.js'
import { keepersOf } from '../draft/keepers.js'
import { ownPromise, ownPromiseForm } from '../draft/own-promise.js'
import { draftUrl, dropPromiseUrl, editClauseUrl, newPromiseUrl } from '../urls.js'
import { promiseIn, theDraft } from './draft-routes.js'
import { formRoute } from './form-route.js'

/** The school's own promises: one that no pack has, and one that it does not make. */
export function ownPromiseRoutes(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: newPromiseUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { query }) => {
      const { pack } = await textOf(tx, await theDraft(tx))
      return {
        form: ownPromiseForm(pack, await keepersOf(deps)),
        typed: { part: query['part'] ?? '' },
        title: 'Add a promise of your own',
        intro: 'It gets the next number in its part, and takes force with the version.',
        back: draftUrl(),
        button: 'Add it',
      }
    },
    act: (tx, values) => editEntry(tx, ownPromise(values, tx.now.epochMilliseconds)),
    leadsTo: () => draftUrl(),
  })
  formRoute(app, deps, {
    pattern: dropPromiseUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { params: { clause: id = '' } }) => {
      const { clause } = await promiseIn(tx, id)
      return {
        form: dropForm,
        title: `Take promise ${clause.number} out`,
        intro: 'What was recorded under it stays, and every version that held it can still be read.',
        back: editClauseUrl({ clause: id }),
        button: 'Take it out',
        before: <blockquote class="govuk-inset-text">{clause.text}</blockquote>,
      }
    },
    act: async (tx, { why }, { params: { clause: id = '' } }) => {
      const { below } = await promiseIn(tx, id)
      await editEntry(tx, { section: 'clause', entry: id, change: below ? { drop: true, why } : null, why })
    },
    leadsTo: () => draftUrl(),
  })
}

/** Every promise of the draft and of the pack below it: what was taken out can be spoken of too. */
export async function promisesSpokenOf(tx: ReadTx) {
  const draft = await theDraft(tx)
  const { pack } = await textOf(tx, draft)
  return [...new Map([...clausesOf(draft.over), ...clausesOf(pack)].map((clause) => [clause.id, clause])).values()]
}
