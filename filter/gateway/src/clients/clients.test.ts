import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { hash } from '@node-rs/argon2'
import { addressBytes } from './address-bytes.js'
import { Clients } from './clients.js'
import { readDevices } from './device-register.js'
import { readNeighbours } from './neighbours.js'
import { readPeople } from './people-file.js'
import { readRange } from './range.js'
import { SignIn } from './sign-in.js'

const range = (text: string) => readRange(text) ?? assert.fail(`${text} is a range`)

const school = (): Clients => {
  const clients = new Clients()
  clients.use({
    networks: [
      { range: range('10.20.0.0/16'), who: { group: 'ks2' } },
      { range: range('10.20.5.0/24'), who: { group: 'staff', place: 'Staff room' } },
      { range: range('2001:db8:1::/48'), who: { group: 'ks1' } },
    ],
    devices: readDevices(
      [
        'device,mac,address,group,person,classes,place',
        'tablet-7,3C-52-82-00-11-22,,ks1,,Willow; Choir,',
        'office-pc,,10.20.5.9,staff,t.example,,Office',
        'stray,,203.0.113.9,staff,,,',
      ].join('\n'),
      'devices.csv',
    ),
    neighbours: new Map([['10.20.1.7', '3c:52:82:00:11:22']]),
  })
  return clients
}

describe('who asks', () => {
  test('is known by the narrowest network that holds the address', () => {
    assert.equal(school().at('10.20.9.9')?.who.group, 'ks2')
    assert.equal(school().at('10.20.5.1')?.who.group, 'staff')
    assert.equal(school().at('10.20.5.1')?.who.place, 'Staff room')
    assert.equal(school().at('2001:db8:1::5')?.who.group, 'ks1')
    assert.equal(school().at('::ffff:10.20.9.9')?.who.group, 'ks2')
  })

  test('is known by the device, by its hardware address or its own', () => {
    const tablet = school().at('10.20.1.7')
    assert.deepEqual(tablet?.who, {
      device: 'tablet-7',
      group: 'ks1',
      person: null,
      classes: ['Willow', 'Choir'],
      place: null,
    })
    assert.equal(tablet?.known, 'device')
    assert.equal(school().at('10.20.5.9')?.who.person, 't.example')
  })

  test('outside the school’s networks is nobody, whatever the register says', () => {
    assert.equal(school().at('192.0.2.1'), null)
    assert.equal(school().at('203.0.113.9'), null)
    assert.equal(school().at('2001:db8:2::1'), null)
    assert.equal(school().at(''), null)
  })

  test('is worked out anew when a lease moves to another device', () => {
    const clients = school()
    assert.equal(clients.at('10.20.1.7')?.who.device, 'tablet-7')
    clients.see(new Map([['10.20.1.8', '3c:52:82:00:11:22']]))
    assert.equal(clients.at('10.20.1.7')?.who.device, undefined)
    assert.equal(clients.at('10.20.1.8')?.who.device, 'tablet-7')
  })

  test('no column of the log can be broken by what a register holds', () => {
    const clients = school()
    clients.use({
      networks: [{ range: range('10.0.0.0/8'), who: { group: 'ks2', place: 'a\tb\nc' } }],
      devices: readDevices('device,group,address\n', 'd'),
      neighbours: new Map(),
    })
    assert.equal(clients.at('10.1.1.1')?.columns.toString(), '10.1.1.1\tks2\t\t\ta b c\t')
  })
})

describe('ranges and addresses', () => {
  test('that are slips are refused', () => {
    for (const slip of ['', '10.0.0.0/33', '10.0.0/8', '2001:db8::/129', 'school', '10.0.0.0/8/8', '10.0.0.0/'])
      assert.equal(readRange(slip), null, slip)
  })

  test('are written in bytes', () => {
    assert.deepEqual([...addressBytes('192.0.2.1')], [192, 0, 2, 1])
    assert.equal(Buffer.from(addressBytes('2001:db8::1')).toString('hex'), '20010db8000000000000000000000001')
    assert.equal(Buffer.from(addressBytes('::ffff:192.0.2.1')).toString('hex'), '00000000000000000000ffffc0000201')
    assert.equal(Buffer.from(addressBytes('::')).toString('hex'), '0'.repeat(32))
  })

  test('neighbours are read as the kernel lists them', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'arp-')), 'arp')
    writeFileSync(
      file,
      'IP address  HW type  Flags  HW address  Mask  Device\n10.20.1.7  0x1  0x2  3C:52:82:00:11:22  *  eth0\n10.20.1.9  0x1  0x0  00:00:00:00:00:00  *  eth0\n',
    )
    assert.deepEqual([...(await readNeighbours(file))], [['10.20.1.7', '3c:52:82:00:11:22']])
    assert.equal((await readNeighbours('/nowhere')).size, 0)
  })
})

describe('the files of devices and people', () => {
  const slips: readonly (readonly [string, RegExp])[] = [
    ['device,mac,address,group\nx,12,,ks1', /line 2: "12" is not a mac/],
    ['device,address,group\nx,10.0.0.300,ks1', /line 2: "10.0.0.300" is not an address/],
    ['device,address,group\nx,,ks1', /line 2: x has neither/],
    ['device,address,group\nx,10.0.0.1,', /line 2: there is no group/],
    ['device,address,group\na,10.0.0.1,ks1\nb,10.0.0.1,ks1', /line 3: 10.0.0.1 belongs to two devices/],
    ['device,adress,group\n', /no column "adress"/],
    ['device,address\n', /column "group" is missing/],
    ['device,address,group\n"x,10.0.0.1,ks1', /not a CSV file/],
  ]
  for (const [csv, sentence] of slips)
    test(`say what is wrong: ${sentence.source}`, () => assert.throws(() => readDevices(csv, 'devices.csv'), sentence))

  test('hold no password in the open', () => {
    assert.throws(
      () => readPeople('username,password,group\na,secret,ks2', 'people.csv'),
      /line 2: the password must be a hash/,
    )
  })
})

describe('signing in to the proxy', async () => {
  const people = readPeople(
    `username,password,group,person\nT.Example,"${await hash('open sesame')}",staff,person-7`,
    'people.csv',
  )
  const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`

  test('lets in who knows the password, and remembers it for a while', async () => {
    const signIn = new SignIn(people)
    const header = basic('t.example:open sesame')
    assert.equal(signIn.known(header, '10.0.0.1', 0), null)
    const client = await signIn.check(header, '10.0.0.1', 0)
    assert.ok(typeof client === 'object')
    assert.deepEqual(client.who, { group: 'staff', person: 'person-7', classes: [] })
    assert.equal(signIn.known(header, '10.0.0.1', 1_000), client)
    assert.equal(signIn.known(header, '10.0.0.2', 1_000), null, 'not from another machine')
    assert.equal(signIn.known(header, '10.0.0.1', 11 * 60_000), null, 'not for ever')
  })

  test('lets nobody else in', async () => {
    const signIn = new SignIn(people)
    for (const wrong of ['t.example:open sesam', 'nobody:open sesame', 'open sesame', ':', ''])
      assert.equal(await signIn.check(basic(wrong), '10.0.0.1', 0), 'wrong', wrong)
    assert.equal(await signIn.check('Bearer x', '10.0.0.1', 0), 'wrong')
  })

  test('makes who guesses wait, and nobody else', async () => {
    const signIn = new SignIn(people)
    for (let guess = 0; guess < 30; guess++) await signIn.check('Basic !', '10.0.0.1', 0)
    assert.equal(await signIn.check(basic('t.example:open sesame'), '10.0.0.1', 0), 'too-often')
    assert.ok(typeof (await signIn.check(basic('t.example:open sesame'), '10.0.0.2', 0)) === 'object')
    assert.ok(typeof (await signIn.check(basic('t.example:open sesame'), '10.0.0.1', 61_000)) === 'object')
  })
})
