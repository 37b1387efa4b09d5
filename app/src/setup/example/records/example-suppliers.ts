import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../../kernel/ids.js'
import { only } from './record-maker.js'
import type { RecordMaker } from './record-maker.js'

/** A supplier's answers where nothing else is said. */
const usual = { agency: null, contact: null, phone: null, web: null, assurance: null }

/** Four suppliers: one contract runs out soon, and one has nothing on record that assures us. */
export async function suppliers(
  maker: RecordMaker,
  begins: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<void> {
  const data = 'Data protection agreement, signed; in the office, folder “Suppliers”.'
  const supplier = (name: string, services: readonly string[], owner: PersonId, more: object) => ({
    ...usual,
    name,
    services,
    owner: only(owner),
    from: begins,
    data,
    ...more,
  })
  const [technician, office] = [maker.holder('network-manager'), maker.holder('school-business-manager')]
  const entries = [
    supplier('Lantern Filtering', ['filtering'], technician, {
      agency: 'filtering-provider',
      contact: 'Service desk',
      phone: '01632 960 171',
      web: 'https://desk.lantern.example',
      until: today.add({ months: 9 }),
      assurance: 'Filtering provider’s self-certification, this spring; in the office, folder “Suppliers”.',
    }),
    supplier('Wealdshire Broadband', ['broadband', 'security'], office, {
      phone: '01632 960 172',
      until: today.add({ days: 40 }),
      assurance: 'Letter on the secure schools’ network, September.',
    }),
    supplier('Hedge Lane IT', ['it-support'], technician, {
      phone: '01632 960 173',
      web: 'help@hedgelane.example',
      until: today.add({ months: 20 }),
      assurance: 'Service agreement, with checks of its engineers.',
    }),
    supplier('Bramblebooks', ['platform'], maker.holder('computing-lead'), {
      web: 'https://help.bramblebooks.example',
      until: today.add({ months: 7 }),
    }),
  ]
  const day = today.subtract({ months: 3 })
  await maker.add({ register: 'suppliers', day, post: 'school-business-manager', entries })
}
