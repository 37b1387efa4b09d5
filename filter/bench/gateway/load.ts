/**
 * Puts load on one port and says what came of it, as JSON: run as a process of its own, so that who asks and who answers
 * do not share an event loop. `node load.js <kind> <port> <milliseconds> <file>`.
 */
import { createSocket } from 'node:dgram'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** What a round of load found. Times in milliseconds. */
export interface Found {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

type Load = (port: number, targets: readonly Buffer[], round: Round) => void

/** Counts what is done until the time is over. */
class Round {
  readonly #end: number
  readonly #began = performance.now()
  readonly #times: number[] = []
  bytes = 0
  failed = 0

  constructor(ms: number) {
    this.#end = this.#began + ms
  }

  get over(): boolean {
    return performance.now() >= this.#end
  }

  done(began: number): void {
    this.#times.push(performance.now() - began)
  }

  found(): Found {
    const times = this.#times.toSorted((a, b) => a - b)
    const seconds = (performance.now() - this.#began) / 1000
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN
    return { perSecond: (this.bytes || times.length) / seconds, p50: at(0.5), p99: at(0.99), failed: this.failed }
  }
}

const CLIENTS = 16
const IN_FLIGHT = 8
const CONNECTIONS = 32

/** 16 sockets with 8 questions out each. A question that is lost is given up after a second and counted. */
const dns: Load = (port, packets, round) => {
  let next = 0
  for (let client = 0; client < CLIENTS; client++) {
    const socket = createSocket('udp4')
    const out = new Map<number, number>()
    let id = 0
    const send = (): void => {
      if (round.over) return
      const packet = packets[next++ % packets.length] ?? Buffer.alloc(0)
      id = (id + 1) & 0xffff
      packet.writeUInt16BE(id, 0)
      out.set(id, performance.now())
      socket.send(packet)
    }
    socket.on('message', (answer) => {
      const began = out.get(answer.readUInt16BE(0))
      if (began === undefined) return
      out.delete(answer.readUInt16BE(0))
      round.done(began)
      send()
    })
    socket.connect(port, '127.0.0.1', () => Array.from({ length: IN_FLIGHT }, send))
    setInterval(() => {
      const old = performance.now() - 1_000
      for (const [lost, began] of out) {
        if (began >= old) continue
        out.delete(lost)
        round.failed++
        send()
      }
    }, 250).unref()
  }
}

/** 32 connections that stay open, one request after the other on each. */
const requests: Load = (port, heads, round) => {
  let next = 0
  const open = (): void => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let began = 0
    let heard = ''
    const send = (): void => {
      if (round.over) return void socket.destroy()
      heard = ''
      began = performance.now()
      socket.write(heads[next++ % heads.length] ?? '')
    }
    socket.on('connect', send)
    socket.on('error', () => round.failed++)
    socket.on('close', () => round.over || open())
    socket.on('data', (part) => {
      heard += part.toString('latin1')
      const end = heard.indexOf('\r\n\r\n')
      const size = Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? Number.NaN)
      if (end < 0 || heard.length < end + 4 + size) return
      round.done(began)
      send()
    })
  }
  for (let at = 0; at < CONNECTIONS; at++) open()
}

/** Connects anew each time, through a proxy if the first target is a CONNECT, and waits for the site's first byte. */
const connects: Load = (port, [head = Buffer.alloc(0), hello = Buffer.alloc(0)], round) => {
  const again = (): void => {
    if (round.over) return
    const began = performance.now()
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let established = head.length === 0
    socket.on('connect', () => socket.write(established ? hello : head))
    socket.on('data', (part) => {
      if (established) {
        round.done(began)
        socket.destroy()
      } else if (part.includes('\r\n\r\n')) {
        established = true
        socket.write(hello)
      }
    })
    socket.on('error', () => round.failed++)
    socket.on('close', again)
  }
  for (let at = 0; at < CONNECTIONS; at++) again()
}

/** Four downloads at once; counts bytes. */
const bulk: Load = (port, [head = Buffer.alloc(0), hello = Buffer.alloc(0)], round) => {
  for (let at = 0; at < 4; at++) {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let established = false
    socket.on('connect', () => socket.write(head))
    socket.on('error', () => round.failed++)
    socket.on('data', (part) => {
      if (!established) socket.write(hello)
      established = true
      round.bytes += part.length
      if (round.over) socket.destroy()
    })
  }
}

const LOADS: Readonly<Record<string, Load>> = { dns, requests, connects, bulk }

const [kind = '', port = '0', ms = '1000', file = ''] = process.argv.slice(2)
const targets = (JSON.parse(readFileSync(file, 'utf8')) as string[]).map((text) => Buffer.from(text, 'base64'))
const round = new Round(Number(ms))
LOADS[kind]?.(Number(port), targets, round)
setTimeout(
  () => {
    process.stdout.write(JSON.stringify(round.found()))
    process.exit(0)
  },
  Number(ms) + 200,
)
