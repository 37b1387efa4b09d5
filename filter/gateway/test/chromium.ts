import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

/** What a browser's machine is like. */
export interface Machine {
  readonly args?: readonly string[]
  /** Chromium's managed policies, as JSON. */
  readonly policy?: string
  /** The address of the machine's name server, port 53. */
  readonly nameServer?: string
}

const POLICIES = '/etc/chromium/policies/managed'

/**
 * A real Chromium on a machine of its own kind: policies and name server are put in place in a mount namespace that
 * nobody else sees, so that other browsers of this machine keep theirs. Needs root, as CI has.
 */
export function openChromium({ args = [], policy, nameServer }: Machine): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'))
  const real = process.env['HEDGEROW_CHROMIUM'] ?? '/usr/bin/chromium'
  const mounts: string[] = []
  if (policy !== undefined) {
    mkdirSync(join(folder, 'managed'))
    mkdirSync(POLICIES, { recursive: true })
    writeFileSync(join(folder, 'managed', 'hedgerow.json'), policy)
    mounts.push(`mount --bind ${folder}/managed ${POLICIES}`)
  }
  if (nameServer !== undefined) {
    writeFileSync(join(folder, 'resolv.conf'), `nameserver ${nameServer}\noptions timeout:2 attempts:1\n`)
    mounts.push(`mount --bind ${folder}/resolv.conf /etc/resolv.conf`)
  }
  const script = join(folder, 'chromium')
  const inside = [...mounts, `exec ${real} "$@"`].join(' && ')
  writeFileSync(
    script,
    mounts.length === 0
      ? `#!/bin/sh\nexec ${real} "$@"\n`
      : `#!/bin/sh\nexec unshare -m sh -c '${inside}' chromium "$@"\n`,
  )
  chmodSync(script, 0o755)
  return chromium.launch({
    executablePath: script,
    chromiumSandbox: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--proxy-bypass-list=<-loopback>',
      ...args,
    ],
  })
}

/** What became of a visit: the page's heading and text, or why Chromium would not show it. */
export async function visit(page: Page, url: string): Promise<string> {
  try {
    await page.goto(url, { timeout: 10_000 })
    return await page.innerText('body')
  } catch (fault) {
    return /net::(ERR_\w+)/.exec(String(fault))?.[1] ?? String(fault)
  }
}
