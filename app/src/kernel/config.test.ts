import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { join } from 'node:path'
import { readConfig } from './config.js'
import { projectRoot } from './root.js'
import { SetupProblem } from './setup-problem.js'

const complaints = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof SetupProblem)
    return error.message.split('\n')
  }
}

describe('The settings of an installation', () => {
  it('are safe ones when nothing is set: this machine only, records beside the program', () => {
    assert.deepEqual(readConfig({ PORT: '', SMTP_URL: '  ' }), {
      port: 4470,
      host: '127.0.0.1',
      dataFolder: join(projectRoot(), 'data'),
      databaseUrl: null,
      secretFile: join(projectRoot(), 'data', 'secret'),
      smtpUrl: null,
      publicUrl: 'http://localhost:4470',
    })
  })

  it('are taken from the environment', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '::1',
      HEDGEROW_DATA: '/srv/hedgerow',
      DATABASE_URL: 'postgresql://owner:p%40ss@db.example.org/hedgerow',
      SMTP_URL: 'smtp://mail.example.org:587',
      HEDGEROW_PUBLIC_URL: 'https://safe.example.org/',
    })
    assert.equal(config.secretFile, '/srv/hedgerow/secret')
    assert.equal(config.publicUrl, 'https://safe.example.org')
    assert.equal(config.port, 8080)
    assert.equal(config.host, '::1')
    assert.equal(config.databaseUrl, 'postgresql://owner:p%40ss@db.example.org/hedgerow')
    assert.equal(config.smtpUrl, 'smtp://mail.example.org:587')
  })

  for (const [name, values] of Object.entries({
    PORT: ['http', '-1', '65536', '80.5', '0x50', '1e3'],
    HOST: ['two words', 'http://x', 'a:b', '-x'],
    DATABASE_URL: ['mysql://h/d', 'postgres://host', 'postgres://host/', 'nonsense'],
    SMTP_URL: ['mail.example.org', 'http://mail.example.org', 'smtp:'],
    HEDGEROW_PUBLIC_URL: ['safe.example.org', 'ftp://x', 'https://x/school', 'https://a:b@x', 'https://x/?a=b'],
  })) {
    for (const value of values) {
      it(`refuse ${name}=${value} with one sentence that names it`, () => {
        const said = complaints({ [name]: value })
        assert.equal(said.length, 1)
        assert.match(said[0] ?? '', new RegExp(`^${name} must .*\\.$`))
      })
    }
  }

  it('are all checked before anything is said, so that nobody mends them one start at a time', () => {
    assert.equal(complaints({ PORT: 'x', HOST: '?', SMTP_URL: 'y' }).length, 3)
  })

  it('never repeat a password that was mistyped', () => {
    const said = complaints({ DATABASE_URL: 'mysql://u:hunter2@h/d', SMTP_URL: 'http://u:hunter2@h' })
    assert.equal(said.length, 2)
    assert.doesNotMatch(said.join(), /hunter2/)
  })
})
