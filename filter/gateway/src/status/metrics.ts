/** One number for Prometheus. */
export interface Metric {
  readonly name: string
  readonly help: string
  readonly kind: 'counter' | 'gauge'
  readonly value: number
  readonly labels?: Readonly<Record<string, string>>
}

/** The numbers in Prometheus' text format (0.0.4). Metrics of one name must stand together. */
export function metricsText(metrics: readonly Metric[]): string {
  const lines: string[] = []
  let before = ''
  for (const { name, help, kind, value, labels } of metrics) {
    if (name !== before) lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`)
    before = name
    lines.push(`${name}${labelText(labels)} ${value}`)
  }
  return `${lines.join('\n')}\n`
}

function labelText(labels: Metric['labels']): string {
  if (labels === undefined) return ''
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (c) => (c === '\n' ? '\\n' : `\\${c}`))}"`,
  )
  return `{${pairs.join(',')}}`
}
