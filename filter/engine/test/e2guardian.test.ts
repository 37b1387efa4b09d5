import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSnapshot, verdictOf } from '../src/index.js'
import { compiled, KS2, listOf, policyOf, ruleOf, testSeal, THURSDAY } from './school.js'

const policy = policyOf([
  ruleOf('shut', { verdict: 'block', about: { categories: ['games'] }, to: { everyone: true } }),
])

/** Which of some addresses a folder of E2Guardian's blocks, and what was not taken of it. */
async function reading(files: Readonly<Record<string, string>>, asked: readonly string[]) {
  const lists = [listOf('e', files, { category: 'games', format: 'e2guardian' })]
  const { bytes, report } = await compiled({ policy, lists })
  const snapshot = openSnapshot(bytes!.buffer, testSeal)
  const isShut = (url: string): boolean =>
    verdictOf(snapshot.outcomeOfUrl(`http://${url}`, snapshot.profile(KS2), THURSDAY)) === 'block'
  return { blocked: asked.filter(isShut), refused: report.lists[0]?.refused }
}

test('a folder’s bans are read, the school’s own too; what it opens is not shut with them', async () => {
  const { blocked, refused } = await reading(
    {
      'lists/localbannedsitelist': 'local.example\n',
      'lists/bannedsitelist': 'bad.example\n',
      'lists/exceptionsitelist': 'good.example\n',
      'lists/localgreyurllist': 'half.example/good\n',
    },
    ['local.example', 'bad.example', 'good.example', 'half.example/good'],
  )
  assert.deepEqual(blocked, ['local.example', 'bad.example'])
  assert.deepEqual(refused, [{ why: 'it opens what others here ban: give it a list of its own', lines: 2 }])
})

test('exceptions that are a list of their own are read as one', async () => {
  const { blocked, refused } = await reading({ localexceptionsitelist: 'good.example\n' }, ['good.example'])
  assert.deepEqual([blocked, refused], [['good.example'], []])
})
