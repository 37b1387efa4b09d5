import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Snapshot } from '../../../engine/src/index.js'
import { opened, policyOf } from '../../../engine/test/school.js'
import { supplied } from '../../../engine/test/supplied.js'
import { startGateway } from '../../test/school-gateway.js'
import type { Gateway } from './gateway.js'

/** A validly signed snapshot with this edition of the supplier's list, or with no supplier's list at all. */
const snapshotWith = (number: number, edition: number | null): Promise<Snapshot> =>
  opened({ policy: policyOf([]), number, suppliers: edition === null ? [] : [supplied(['bad.example'], edition)] })

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'memory-'))

/** Starts a gateway that remembers in this folder, does something with it, and stops it. */
async function running(
  data: string,
  open: () => Promise<Snapshot>,
  look: (gateway: Gateway) => Promise<void> | void,
): Promise<void> {
  const gateway = await startGateway({ config: { data }, open })
  try {
    await look(gateway)
  } finally {
    await gateway.stop()
  }
}

const alarms = ({ parts }: Gateway): readonly string[] =>
  parts.events.latest.filter(({ alarm }) => alarm).map(({ type }) => type)

const status = async ({ ports }: Gateway): Promise<string> => (await fetch(`http://127.0.0.1:${ports.status}/`)).text()

describe('no restart weakens the layer of illegal content', () => {
  const weaker: readonly (readonly [string, number | null])[] = [
    ['has an older edition', 2],
    ['lacks the list', null],
  ]
  for (const [what, edition] of weaker) {
    test(`a signed snapshot that ${what} is refused after a restart: shut, and the status page says so`, async () => {
      const data = newFolder()
      await running(
        data,
        () => snapshotWith(7, 3),
        () => undefined,
      )
      let open = snapshotWith(6, edition)
      await running(
        data,
        () => open,
        async (gateway) => {
          assert.equal(gateway.parts.rulings.snapshot.id.number, 0)
          assert.deepEqual(alarms(gateway), ['illegal-layer.weakening-refused'])
          const page = await status(gateway)
          assert.match(page, /Snapshot 6 was refused: [^<]*Trust[^<]*Everything but help is blocked\./)
          assert.match(page, /in force before the restart: Trust, edition 3\./)
          open = snapshotWith(8, 3)
          await gateway.reload()
          assert.equal(gateway.parts.rulings.snapshot.id.number, 8, 'a good one opens it again')
          assert.doesNotMatch(await status(gateway), /in force before the restart/)
          open = snapshotWith(9, edition)
          await gateway.reload()
          assert.equal(gateway.parts.rulings.snapshot.id.number, 8, 'and stays when a weaker one comes')
          assert.match(await status(gateway), /Snapshot 9 was refused: [^<]*Snapshot 8 stays in force\./)
        },
      )
    })
  }

  test('an older snapshot with as good a list is taken, with an alarm, as without a restart', async () => {
    const data = newFolder()
    await running(
      data,
      () => snapshotWith(7, 3),
      () => undefined,
    )
    await running(
      data,
      () => snapshotWith(5, 3),
      (gateway) => {
        assert.equal(gateway.parts.rulings.snapshot.id.number, 5)
        assert.deepEqual(alarms(gateway), ['snapshot.rolled-back'])
      },
    )
  })

  const SPOILT: readonly (readonly [string, (file: string) => void])[] = [
    ['missing', (file) => rmSync(file)],
    ['cut short', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20))],
    ['empty', (file) => writeFileSync(file, '')],
    ['something else', (file) => writeFileSync(file, '{"number":"seven"}')],
  ]
  for (const [what, spoil] of SPOILT) {
    test(`a memory that is ${what} raises an alarm, stops nothing, and is written anew`, async () => {
      const data = newFolder()
      await running(
        data,
        () => snapshotWith(7, 3),
        () => undefined,
      )
      assert.deepEqual(readdirSync(data), ['illegal-layer.json'], 'no draft is left')
      const file = join(data, 'illegal-layer.json')
      const before = readFileSync(file, 'utf8')
      spoil(file)
      await running(
        data,
        () => snapshotWith(7, 3),
        (gateway) => {
          assert.equal(gateway.parts.rulings.snapshot.id.number, 7)
          assert.deepEqual(alarms(gateway), ['illegal-layer.memory'])
        },
      )
      assert.equal(readFileSync(file, 'utf8'), before)
    })
  }

  test('a folder that cannot be written raises an alarm, and filtering goes on', async () => {
    const notAFolder = join(newFolder(), 'file')
    writeFileSync(notAFolder, '')
    await running(
      notAFolder,
      () => snapshotWith(7, 3),
      async (gateway) => {
        assert.equal(gateway.parts.rulings.snapshot.id.number, 7)
        assert.ok(alarms(gateway).includes('illegal-layer.memory'))
        assert.match(await status(gateway), /cannot be written/)
      },
    )
  })
})
