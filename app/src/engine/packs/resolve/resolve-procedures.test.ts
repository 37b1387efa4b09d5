import assert from 'node:assert/strict'
import { test } from 'node:test'
import { procedureOf } from '../lookup.js'
import { BASE, OVERLAY, judgeBase, judgeOverlay, said, sound } from '../pack.examples.js'

const PATH = 'procedures/tell.yaml'
const PROCEDURE = `id: tell
title: Somebody must be told
version: 1
from: 2026-09-01
start: call
steps:
  - { id: call, kind: refer, title: Ring them, must: true, by: dsl, agency: lado, law: [kcsie], next: done }
  - { id: done, kind: close, title: Close, by: dsl }
`
const base = new Map(BASE).set(PATH, PROCEDURE)
const baseSaid = (from: string, to: string) => said(judgeBase(new Map(BASE).set(PATH, PROCEDURE.replace(from, to))))
const overlay = (text: string) => judgeOverlay(new Map(OVERLAY).set(PATH, text), base)

test('a sound procedure is part of the pack, its base merged in', () => {
  assert.equal(procedureOf(sound(judgeBase(base)).pack, 'tell')?.steps.length, 2)
  const { pack } = sound(overlay('id: tell\nversion: 2\nsteps:\n  - { id: call, title: Ring the LADO }\n'))
  assert.equal(procedureOf(pack, 'tell')?.steps[0]?.title, 'Ring the LADO')
  assert.equal(procedureOf(pack, 'tell')?.version, 2)
})

test('an unsound procedure refuses the pack, at the line of its step', () => {
  assert.match(baseSaid('agency: lado', 'agency: ghost').join(), /procedures\/tell\.yaml line 7: .*no agency “ghost”/)
  assert.match(baseSaid('next: done', 'next: nowhere').join(), /tell\.yaml line 7: .*no such step/)
  assert.match(
    baseSaid('law: [kcsie]', 'law: [kcsia]').join(),
    /line 7: procedure "tell", step "call" names the law "kcsia".*"kcsie"/,
  )
})

test('a procedure of the wrong shape is refused before it is followed', () => {
  assert.match(baseSaid('kind: refer', 'kind: guess').join(), /tell\.yaml line 7: "call": kind must be one of/)
  assert.match(
    baseSaid('title: Close', 'titel: Close').join(),
    /line 8: "done" has a field "titel".*did you mean "title"/,
  )
})

test('an overlay that drops a step that must be done is refused at its own line', () => {
  const lines = said(overlay("id: tell\nsteps:\n  - { id: call, drop: true, why: 'No.' }\n"))
  assert.match(lines.join('\n'), /packs\/named\/procedures\/tell\.yaml line 3: .*must be done/)
})

test('a procedure has the id of its file', () => {
  assert.match(baseSaid('id: tell', 'id: say').join(), /line 1: the procedure of this file must have the id "tell"/)
})
