import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PostId } from '../../kernel/ids.js'
import { answer, entered, example } from './procedure.examples.js'
import { stepOf } from './procedure.js'
import type { StepId } from './procedure.js'
import { whoActs, whoIsTold } from './who-acts.js'

const procedure = example(
  `
  - id: about
    kind: ask
    must: true
    by: any-staff
    title: Whom is it about?
    options: [{ value: head, text: The headteacher }, { value: staff, text: Somebody else }]
    next: tell
  - { id: tell, kind: notify, must: true, by: any-staff, to: [headteacher, chair-of-governors], title: Tell, next: agree }
  - { id: agree, kind: approve, must: true, by: dsl, approver: headteacher, title: Agree, next: close }
  - { id: close, kind: close, by: headteacher, title: Close }`,
  { standIns: [{ post: 'headteacher', by: 'chair-of-governors', when: { answer: 'about', is: 'head' } }] },
)
const step = (id: string) => stepOf(procedure, id as StepId)!

describe('who acts', () => {
  it('is the post that the step names, and for an approval the approver', () => {
    const progress = entered(procedure, answer('about', 'staff'))
    assert.equal(whoActs(procedure, progress, step('agree')), 'headteacher')
    assert.deepEqual(whoIsTold(procedure, progress, step('tell')), ['headteacher', 'chair-of-governors'])
  })

  it('is the stand-in once an answer calls for one, told once only', () => {
    const progress = entered(procedure, answer('about', 'head'))
    assert.equal(whoActs(procedure, progress, step('agree')), 'chair-of-governors' as PostId)
    assert.equal(whoActs(procedure, progress, step('close')), 'chair-of-governors')
    assert.deepEqual(whoIsTold(procedure, progress, step('tell')), ['chair-of-governors'])
  })

  it('is the post itself again when the answer is corrected', () => {
    const progress = entered(procedure, answer('about', 'head'), answer('about', 'staff'))
    assert.equal(whoActs(procedure, progress, step('close')), 'headteacher')
  })
})
