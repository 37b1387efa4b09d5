import { typedIn } from '../../../engine/forms/parse-form.js'
import type { Form } from '../../../engine/forms/define-form.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { Typed } from '../../../web/kept-fields.js'
import { saveDraft } from '../commands/save-draft.js'
import { stepForms } from '../forms/report-from-draft.js'
import type { ReportStep } from '../forms/report-from-draft.js'

/** Keeps what was typed on one screen; the boxes of the other screens stay as they are. */
export async function keepBoxes(
  tx: Tx,
  draft: string,
  { pack, step }: { readonly pack: Pack; readonly step: ReportStep },
  body: unknown,
): Promise<Typed> {
  const form = stepForms[step](pack) as unknown as Form
  const names = Object.entries(form.fields).flatMap(([name, field]) => field.names(name))
  const isOurs = (box: string) =>
    names.some((name) => (name.endsWith('*') ? box.startsWith(name.slice(0, -1)) : box === name))
  return saveDraft(tx, draft, typedIn(form, body), isOurs)
}

/** The ids of people who were picked in a draft. */
export function pickedInTyped(typed: Typed): readonly string[] {
  const { who = [] } = typed
  return typeof who === 'string' ? [who] : who
}
